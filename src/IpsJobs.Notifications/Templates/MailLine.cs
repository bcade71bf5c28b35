namespace IpsJobs.Notifications.Templates;

/// <summary>One row of the job log, or a thing that a notice names.</summary>
/// <param name="Subject">Asset it speaks of; null for none.</param>
/// <param name="Message">Text of the row.</param>
/// <param name="Notes">Remarks on the row.</param>
public sealed record MailLine(string? Subject, string Message, IReadOnlyList<string> Notes);
