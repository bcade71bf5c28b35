namespace IpsJobs.Notifications.Templates;

/// <summary>One row of the job log.</summary>
/// <param name="Subject">Asset the row speaks of; null for none.</param>
/// <param name="Message">Text of the row.</param>
/// <param name="Notes">Remarks on the row.</param>
public sealed record MailLine(string? Subject, string Message, IReadOnlyList<string> Notes);
