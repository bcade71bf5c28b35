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

    [Fact]
    public void Render_IsolatesWhatPeopleNamed_SoThatItCannotTurnTheSentence()
    {
        var html = HtmlTemplate.Render(Document($"before {Isolation.Mark("ملف.jpg")} after"));

        Parse(html).Descendants("bdi").Should().OnlyContain(e => e.Value == "ملف.jpg").And.NotBeEmpty();
        html[html.IndexOf("<body", StringComparison.Ordinal)..].Should()
            .Contain("before <bdi>ملف.jpg</bdi> after").And.NotContainAny("\u2068", "\u2069");
    }

    [Fact]
    public void Render_TakesDirectionControlsOutOfNames()
    {
        var html = HtmlTemplate.Render(Document(Isolation.Mark("photo\u202Egpj.exe\u2069")));

        Parse(html).Descendants("h1").Single().Value.Should().Be("photogpj.exe");
    }

    [Fact]
    public void Render_LeadsToMore_WhenThereIsAnAddress()
    {
        var document = Document("x") with { More = new MailFact("Open", "here", "https://x.example/jobs/1?a=1&b=2") };

        Parse(HtmlTemplate.Render(document)).Descendants("a").Single().Attribute("href")!.Value.Should().Be("https://x.example/jobs/1?a=1&b=2");
        TextTemplate.Render(document).Should().Contain("\nOpen: https://x.example/jobs/1?a=1&b=2\n");
    }

    private static MailDocument Document(string name) => new()
    {
        Language = "en",
        Title = name,
        Company = name,
        Heading = name,
        Outcome = name,
        Tone = MailTone.Bad,
        Summary = [new MailFact(name, name), new MailFact(name, name, Link: null)],
        Counters = [new MailFact(name, name)],
        Sections = [new MailSection(name, [new MailLine(name, name, [name, name]), new MailLine(null, name, [])], name)],
        Footer = name,
    };

    private static XElement Parse(string html)
    {
        using var reader = XmlReader.Create(new StringReader(html), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XElement.Load(reader);
    }
}
