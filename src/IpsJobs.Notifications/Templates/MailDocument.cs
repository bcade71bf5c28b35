namespace IpsJobs.Notifications.Templates;

/// <summary>A mail in the reader's language, before it takes the form of text or HTML.</summary>
/// <remarks>Every text may hold marks of <see cref="Isolation"/> around what people named.</remarks>
public sealed record MailDocument
{
    /// <summary>Language tag of the texts.</summary>
    public required string Language { get; init; }

    /// <summary>Subject line.</summary>
    public required string Title { get; init; }

    /// <summary>Name of the company.</summary>
    public required string Company { get; init; }

    /// <summary>Name of the job, or what a notice is about.</summary>
    public required string Heading { get; init; }

    /// <summary>How the job ended, in words; empty for a notice.</summary>
    public required string Outcome { get; init; }

    public required MailTone Tone { get; init; }

    /// <summary>Where to read more: what it is called and its address.</summary>
    public MailFact? More { get; init; }

    /// <summary>What stands between a label and its value: not every language puts a colon and a blank.</summary>
    public string Separator { get; init; } = ": ";

    /// <summary>What is known, in order.</summary>
    public required IReadOnlyList<MailFact> Summary { get; init; }

    /// <summary>What was counted, in order; empty for a notice.</summary>
    public required IReadOnlyList<MailFact> Counters { get; init; }

    /// <summary>Lists of rows; those without rows are left out.</summary>
    public required IReadOnlyList<MailSection> Sections { get; init; }

    /// <summary>Why the mail was sent.</summary>
    public required string Footer { get; init; }
}
