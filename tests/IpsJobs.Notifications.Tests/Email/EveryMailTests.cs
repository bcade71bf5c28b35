using System.Xml;
using System.Xml.Linq;
using IpsJobs.Core.Messages;
using IpsJobs.Notifications.Tests.Fakes;
using IpsJobs.Notifications.Tests.Localization;

namespace IpsJobs.Notifications.Tests.Email;

public sealed class EveryMailTests
{
    /// <summary>Where to write the mails, so that people can look at them; tests/mail-pages.sh sets it.</summary>
    private const string FolderVariable = "IPSJOBS_MAIL_PAGES";

    public static TheoryData<string> All { get; } = [.. Languages.All];

    [Theory]
    [MemberData(nameof(All))]
    public void Compose_GivesWellFormedHtml_InEveryLanguage_ForEveryOutcome(string language)
    {
        foreach (var (name, report) in MailSamples.All)
        {
            var mail = Sample.Composer(publicUrl: "https://ips.example.com").Compose(Sample.Mail(locale: language), report);
            var html = Parse(mail.HtmlBody!);

            html.Attribute("lang")!.Value.Should().Be(language);
            html.Descendants("h1").Single().Value.Should().Be(report.Instance.InstanceName);
            html.Descendants("th").Select(e => e.Value).Should().OnlyHaveUniqueItems().And.HaveCountGreaterThan(18)
                .And.Contain(Text("Mail.Company", language)).And.Contain(Text("Mail.JobHandle", language));
            mail.TextBody.Should().Contain(Text("Mail.FileSuccess", language) + Text("Mail.Separator", language));
            mail.HtmlBody.Should().NotContainAny("{0", "{1", "plural", "Mail.", "Log.");
            Keep(language, name, mail.HtmlBody!);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Compose_GivesWellFormedHtml_InEveryLanguage_ForEveryNotice(string language)
    {
        foreach (var (name, notice) in NoticeSamples.All)
        {
            var mail = Sample.Composer().Compose(Sample.Mail(locale: language), notice);
            var html = Parse(mail.HtmlBody!);

            html.Attribute("lang")!.Value.Should().Be(language);
            html.Descendants("h1").Single().Value.Should().Be(Text(notice.Heading.Key, language));
            mail.Subject.Should().Be($"[IPS] Sample Company: {Text(notice.Heading.Key, language)}");
            foreach (var line in notice.List?.Lines ?? [])
                (mail.HtmlBody + mail.TextBody).Should().Contain(line.Name);
            (mail.HtmlBody + mail.TextBody).Should().NotContainAny("{0", "{1", "plural", "Mail.", "Log.");
            Keep(language, name, mail.HtmlBody!);
        }
    }

    [Theory]
    [InlineData("de", "[IPS] Sample Company: ", "Mit Warnungen abgeschlossen")]
    [InlineData("fr-CA", "[IPS] Sample Company: ", "Terminée avec des avertissements")]
    [InlineData("ja", "[IPS] Sample Company: ", "警告付きで完了")]
    [InlineData("pt", "[IPS] Sample Company: ", "Concluído com avisos")]
    [InlineData("pt-PT", "[IPS] Sample Company: ", "Concluído com avisos")]
    [InlineData("zh", "[IPS] Sample Company: ", "已完成，但有警告")]
    [InlineData("zh-SG", "[IPS] Sample Company: ", "已完成，但有警告")]
    [InlineData("zh-TW", "[IPS] Sample Company: ", "已完成，但有警告")]
    [InlineData("zh-HK", "[IPS] Sample Company: ", "已完成，但有警告")]
    [InlineData("xx", "[IPS] Sample Company: ", "Completed with warnings")]
    public void Compose_SpeaksTheNearestLanguage(string locale, string begin, string end)
    {
        var mail = Sample.Composer().Compose(Sample.Mail(locale: locale), MailSamples.All.Single(s => s.Name == "warning").Report);

        mail.Subject.Should().StartWith(begin).And.EndWith(end);
    }

    [Theory]
    [InlineData("zh-CN", "作业名称")]
    [InlineData("zh-TW", "工作名稱")]
    [InlineData("zh-HK", "工作名稱")]
    [InlineData("zh-SG", "作业名称")]
    public void Compose_TellsBothChineseScriptsApart(string locale, string label) =>
        Sample.Composer().Compose(Sample.Mail(locale: locale), MailSamples.All.First().Report).TextBody.Should().Contain(label + "：");

    [Theory]
    [InlineData("de", "Freitag, 21. August 2026", "1.234")]
    [InlineData("sv", "21 augusti 2026", "1\u00A0234")]
    [InlineData("ja", "2026年8月21日", "1,234")]
    [InlineData("pt-BR", "21 de agosto de 2026", "1.234")]
    [InlineData("en-GB", "21 August 2026", "1,234")]
    public void Compose_WritesDatesAndNumbers_AsTheReaderDoes(string locale, string date, string number)
    {
        var text = Sample.Composer().Compose(Sample.Mail(locale: locale), MailSamples.All.First().Report).TextBody;

        text.Should().Contain(date).And.Contain(number).And.Contain("(UTC-07:00, America/Los_Angeles)");
    }

    private static string Text(string key, string language) => Sample.Renderer.Render(new LocalizedMessage(key), language);

    private static XElement Parse(string html)
    {
        using var reader = XmlReader.Create(new StringReader(html), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XElement.Load(reader);
    }

    private static void Keep(string language, string name, string html)
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } folder)
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(folder).FullName, $"{language}-{name}.html"), html);
    }
}
