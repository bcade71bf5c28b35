using System.Xml;
using System.Xml.Linq;

namespace IpsJobs.Notifications.Templates;

/// <summary>A mail as HTML. Styles stand in the elements and tables give the layout, because mail programs drop style sheets
/// and know little of newer layout.</summary>
/// <remarks>Built as a tree, so that no name of a file or job can break out of its place.</remarks>
public static class HtmlTemplate
{
    public static string Render(MailDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var html = new XElement(
            "html",
            new XAttribute("lang", document.Language),
            new XAttribute("dir", "ltr"),
            new XElement("head",
                new XElement("meta", new XAttribute("charset", "utf-8")),
                new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
                new XElement("title", Clean(Isolation.ToPlain(document.Title)))),
            Page(document));
        // Indentation would become white space between inline elements.
        return "<!DOCTYPE html>\n" + html.ToString(SaveOptions.DisableFormatting) + "\n";
    }

    private static XElement Page(MailDocument document) => Styled("body", HtmlStyle.Body,
        Table(HtmlStyle.Backdrop, "100%",
            new XElement("tr", Cell(HtmlStyle.Around, new XAttribute("align", "center"),
                Table(HtmlStyle.Card, "640",
                    new XElement("tr", Cell(HtmlStyle.Top(document.Tone), Head(document))),
                    new XElement("tr", Cell(HtmlStyle.Inside, Facts(document.Summary))),
                    document.Counters.Count == 0 ? null : new XElement("tr", Cell(HtmlStyle.Inside, Facts(document.Counters))),
                    document.Sections.Select(section => new XElement("tr", Cell(HtmlStyle.Inside, Section(section, document.Separator)))),
                    new XElement("tr", Cell(HtmlStyle.Bottom, Text(document.Footer))))))));

    private static IEnumerable<XElement> Head(MailDocument document)
    {
        yield return Styled("p", HtmlStyle.Company, Text(document.Company));
        yield return Styled("h1", HtmlStyle.Heading, Text(document.Heading));
        if (document.Outcome.Length > 0)
            yield return Styled("p", HtmlStyle.Outcome(document.Tone), Text(document.Outcome));
        if (document.More is { Link: { } address } more)
            yield return Styled("p", HtmlStyle.More, Link(address, HtmlStyle.Button, more.Label));
    }

    private static XElement Facts(IEnumerable<MailFact> facts) => Table(HtmlStyle.Facts, "100%", facts.Select(fact => new XElement("tr",
        Styled("th", HtmlStyle.Label, new XAttribute("scope", "row"), new XAttribute("align", "left"), Text(fact.Label)),
        Cell(HtmlStyle.Value, fact.Link is null ? Text(fact.Value) : Link(fact.Link, HtmlStyle.Link, fact.Value)))));

    private static IEnumerable<XElement> Section(MailSection section, string separator)
    {
        yield return Styled("h2", HtmlStyle.Subheading, Text(section.Heading));
        yield return Styled("ul", HtmlStyle.List, section.Lines.Select(line => Line(line, separator)));
        if (section.Omitted is not null)
            yield return Styled("p", HtmlStyle.Small, Text(section.Omitted));
    }

    private static XElement Line(MailLine line, string separator) => Styled("li", HtmlStyle.Item,
        line.Subject is null ? null : new object[] { new XElement("b", Text(line.Subject)), separator },
        Text(line.Message),
        line.Notes.Count == 0 ? null : Styled("ul", HtmlStyle.Notes, line.Notes.Select(note => new XElement("li", Text(note)))));

    private static XElement Table(string style, string width, params object?[] rows) => Styled("table", style,
        new XAttribute("role", "presentation"), new XAttribute("width", width),
        new XAttribute("cellpadding", "0"), new XAttribute("cellspacing", "0"), new XAttribute("border", "0"), rows);

    private static XElement Cell(string style, params object?[] content) => Styled("td", style, content);

    private static XElement Link(string address, string style, string text) =>
        Styled("a", style, new XAttribute("href", Clean(address)), Text(text));

    private static XElement Styled(string name, string style, params object?[] content) => new(name, new XAttribute("style", style), content);

    private static IEnumerable<object> Text(string text) => Isolation.Parts(text)
        .Where(part => part.Text.Length > 0)
        .Select(part => part.IsMarked ? new XElement("bdi", Clean(part.Text)) : (object)Clean(part.Text))
        // An element without text would be written as <b />, which HTML reads as an element left open.
        .DefaultIfEmpty("\u00A0");

    // Control characters and lone surrogates may stand in file names, not in a document.
    private static string Clean(string text) => new([.. text.Select((c, index) => IsAllowed(text, index) ? c : '\uFFFD')]);

    private static bool IsAllowed(string text, int index) =>
        XmlConvert.IsXmlChar(text[index])
        || (index + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[index + 1], text[index]))
        || (index > 0 && XmlConvert.IsXmlSurrogatePair(text[index], text[index - 1]));
}
