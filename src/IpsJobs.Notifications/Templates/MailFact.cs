namespace IpsJobs.Notifications.Templates;

/// <summary>One line of the summary.</summary>
public sealed record MailFact(string Label, string Value);
