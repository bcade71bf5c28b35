namespace IpsJobs.Notifications.Templates;

/// <summary>A list of rows under a heading.</summary>
/// <param name="Heading">What the rows have in common.</param>
/// <param name="Lines">The rows.</param>
/// <param name="Omitted">How many rows are not shown, in words; null when all are.</param>
public sealed record MailSection(string Heading, IReadOnlyList<MailLine> Lines, string? Omitted);
