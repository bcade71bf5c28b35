using System.Xml;
using System.Xml.Linq;
using IpsJobs.Notifications.Templates;

namespace IpsJobs.Notifications.Tests.Templates;

public sealed class HtmlTemplateTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\" onload='x' & &amp; ]]> -->")]
    [InlineData("bell \u0007 nul \0 half \ud83d pair \ud83d\ude00")]
    [InlineData("")]
    public void Render_StaysWellFormed_WhateverNamesHold(string name)
    {
        var html = HtmlTemplate.Render(Document(name));

        Parse(html).Descendants("script").Should().BeEmpty();
        Parse(html).DescendantsAndSelf().Attributes("onload").Should().BeEmpty();
        html.Should().NotContain("/></", "HTML reads <b /> as an element left open");
    }

    [Fact]
    public void Render_ShowsTextUnchanged_WhenItLooksLikeMarkup() =>
        Parse(HtmlTemplate.Render(Document("a <b> & 'c' 😀"))).Descendants("h1").Single().Value.Should().Be("a <b> & 'c' 😀");

    [Fact]
    public void Render_StylesEveryVisibleElement_InItself()
    {
        var html = Parse(HtmlTemplate.Render(Document("x")));

        html.Descendants("style").Should().BeEmpty();
        html.Descendants().Where(e => e.Name.LocalName is "body" or "h1" or "td" or "th" or "ul")
            .Should().OnlyContain(e => e.Attribute("style") != null);
    }

    private static MailDocument Document(string name) => new(
        "en", name, name, [new MailFact(name, name)],
        [new MailSection(name, [new MailLine(name, name, [name, name]), new MailLine(null, name, [])], name)], name);

    private static XElement Parse(string html)
    {
        using var reader = XmlReader.Create(new StringReader(html), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XElement.Load(reader);
    }
}
