namespace IpsJobs.Notifications.Templates;

/// <summary>A mail in the reader's language, before it takes the form of text or HTML.</summary>
/// <param name="Language">Language tag of the texts.</param>
/// <param name="Title">Subject line.</param>
/// <param name="Heading">Name of the job.</param>
/// <param name="Summary">Label and value, in order; no value is empty.</param>
/// <param name="Sections">Lists of rows; those without rows are left out.</param>
/// <param name="Footer">Why the mail was sent.</param>
public sealed record MailDocument(
    string Language,
    string Title,
    string Heading,
    IReadOnlyList<MailFact> Summary,
    IReadOnlyList<MailSection> Sections,
    string Footer);
