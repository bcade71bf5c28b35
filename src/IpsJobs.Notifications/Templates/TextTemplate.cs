using System.Text;

namespace IpsJobs.Notifications.Templates;

/// <summary>A mail as plain text.</summary>
public static class TextTemplate
{
    public static string Render(MailDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var text = new StringBuilder();
        foreach (var fact in document.Summary)
            text.Append(fact.Label).Append(": ").Append(fact.Value).Append('\n');
        foreach (var section in document.Sections)
            Append(text, section);
        return text.Append("\n-- \n").Append(document.Footer).Append('\n').ToString();
    }

    private static void Append(StringBuilder text, MailSection section)
    {
        text.Append('\n').Append(section.Heading).Append("\n\n");
        foreach (var line in section.Lines)
            Append(text, line);
        if (section.Omitted is not null)
            text.Append('\n').Append(section.Omitted).Append('\n');
    }

    private static void Append(StringBuilder text, MailLine line)
    {
        text.Append("* ");
        if (line.Subject is not null)
            text.Append(line.Subject).Append(": ");
        text.Append(line.Message).Append('\n');
        foreach (var note in line.Notes)
            text.Append("  - ").Append(note).Append('\n');
    }
}
