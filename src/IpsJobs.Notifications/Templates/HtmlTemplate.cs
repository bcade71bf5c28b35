using System.Xml;
using System.Xml.Linq;

namespace IpsJobs.Notifications.Templates;

/// <summary>A mail as HTML. Styles stand in the elements, because mail programs drop style sheets.</summary>
/// <remarks>Built as a tree, so that no name of a file or job can break out of its place.</remarks>
public static class HtmlTemplate
{
    private const string Body = "margin:0;padding:16px;font-family:Arial,Helvetica,sans-serif;font-size:14px;color:#222222";
    private const string Heading = "margin:0 0 12px 0;font-size:18px";
    private const string Subheading = "margin:20px 0 8px 0;font-size:15px";
    private const string Label = "padding:2px 16px 2px 0;text-align:left;vertical-align:top;font-weight:normal;color:#666666";
    private const string Value = "padding:2px 0;vertical-align:top";
    private const string List = "margin:0;padding:0 0 0 20px";
    private const string Small = "margin:20px 0 0 0;font-size:12px;color:#666666";

    public static string Render(MailDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var html = new XElement(
            "html",
            new XAttribute("lang", document.Language),
            new XElement("head",
                new XElement("meta", new XAttribute("charset", "utf-8")),
                new XElement("title", Clean(document.Title))),
            Styled("body", Body,
                Styled("h1", Heading, Clean(document.Heading)),
                new XElement("table", new XAttribute("role", "presentation"), document.Summary.Select(Row)),
                document.Sections.SelectMany(Section),
                Styled("p", Small, Clean(document.Footer))));
        // Indentation would become white space between inline elements.
        return "<!DOCTYPE html>\n" + html.ToString(SaveOptions.DisableFormatting) + "\n";
    }

    private static XElement Row(MailFact fact) => new(
        "tr",
        Styled("th", Label, Clean(fact.Label)),
        Styled("td", Value, Clean(fact.Value)));

    private static IEnumerable<XElement> Section(MailSection section)
    {
        yield return Styled("h2", Subheading, Clean(section.Heading));
        yield return Styled("ul", List, section.Lines.Select(Line));
        if (section.Omitted is not null)
            yield return Styled("p", Small, Clean(section.Omitted));
    }

    private static XElement Line(MailLine line) => new(
        "li",
        line.Subject is null ? null : new object[] { new XElement("b", Clean(line.Subject)), ": " },
        Clean(line.Message),
        line.Notes.Count == 0 ? null : Styled("ul", List, line.Notes.Select(note => new XElement("li", Clean(note)))));

    private static XElement Styled(string name, string style, params object[] content) =>
        new(name, new XAttribute("style", style), content);

    // Control characters and lone surrogates may stand in file names, not in a document.
    private static string Clean(string text)
    {
        var clean = new string([.. text.Select((c, index) => IsAllowed(text, index) ? c : '\uFFFD')]);
        // An element without text would be written as <b />, which HTML reads as an element left open.
        return clean.Length == 0 ? "\u00A0" : clean;
    }

    private static bool IsAllowed(string text, int index) =>
        XmlConvert.IsXmlChar(text[index])
        || (index + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[index + 1], text[index]))
        || (index > 0 && XmlConvert.IsXmlSurrogatePair(text[index], text[index - 1]));
}
