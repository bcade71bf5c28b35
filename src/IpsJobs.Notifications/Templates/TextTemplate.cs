using System.Text;

namespace IpsJobs.Notifications.Templates;

/// <summary>A mail as plain text.</summary>
public static class TextTemplate
{
    public static string Render(MailDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var text = new StringBuilder();
        Append(text, document.Summary, document.Separator);
        if (document.Counters.Count > 0)
            text.Append('\n');
        Append(text, document.Counters, document.Separator);
        if (document.More is { } more)
            text.Append('\n').Append(more.Label).Append(document.Separator).Append(more.Link).Append('\n');
        foreach (var section in document.Sections)
            Append(text, section, document.Separator);
        text.Append("\n-- \n").Append(document.Footer).Append('\n');
        return Isolation.ToPlain(text.ToString());
    }

    private static void Append(StringBuilder text, IEnumerable<MailFact> facts, string separator)
    {
        foreach (var fact in facts)
            text.Append(fact.Label).Append(separator).Append(fact.Value).Append('\n');
    }

    private static void Append(StringBuilder text, MailSection section, string separator)
    {
        text.Append('\n').Append(section.Heading).Append("\n\n");
        foreach (var line in section.Lines)
            Append(text, line, separator);
        if (section.Omitted is not null)
            text.Append('\n').Append(section.Omitted).Append('\n');
    }

    private static void Append(StringBuilder text, MailLine line, string separator)
    {
        text.Append("* ");
        if (line.Subject is not null)
            text.Append(line.Subject).Append(separator);
        text.Append(line.Message).Append('\n');
        foreach (var note in line.Notes)
            text.Append("  - ").Append(note).Append('\n');
    }
}
