namespace IpsJobs.Notifications.Templates;

/// <summary>One line of the summary.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">Its value; not empty.</param>
/// <param name="Link">Address that the value leads to; null for none.</param>
public sealed record MailFact(string Label, string Value, string? Link = null);
