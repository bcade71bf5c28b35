using System.Globalization;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Handles;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Notifications.Localization;
using IpsJobs.Notifications.Templates;
using Microsoft.Extensions.Options;

namespace IpsJobs.Notifications.Email;

/// <summary>Puts a report into words of one language.</summary>
public sealed class MailDocumentBuilder(
    IMessageRenderer renderer, TextLanguages languages, ServerClock clock, PublicLinks links, IOptions<MailOptions> mail)
{
    public MailDocument Build(JobReport report, string? locale)
    {
        ArgumentNullException.ThrowIfNull(report);
        var instance = report.Instance;
        var words = new MailWords(renderer, languages.Of(locale), clock.Zone, locale);
        var outcome = Outcome(report, words);
        return new MailDocument
        {
            Language = words.Tag,
            Title = $"[IPS] {MailWords.Name(CompanyName(report))}: {MailWords.JobName(instance)} \u2013 {outcome}",
            Company = MailWords.Name(CompanyName(report)),
            Heading = MailWords.JobName(instance),
            Outcome = outcome,
            Tone = Tone(instance.Outcome),
            More = links.JobPage(instance.InstanceId) is { } page ? new MailFact(words.Text("Mail.OpenConsole"), page, page) : null,
            Separator = words.Text("Mail.Separator"),
            Summary = [.. Identity(report, words), .. Course(instance, words), .. Ending(report, outcome, words)],
            Counters = [.. Counters(instance.Counters, words)],
            Sections = [.. Sections(report, words)],
            Footer = words.Text(mail.Value.ReplyTo.Length > 0 ? "Mail.AutomaticWithReply" : "Mail.Automatic"),
        };
    }

    private static IEnumerable<MailFact> Identity(JobReport report, MailWords words)
    {
        var definition = report.Instance.Definition;
        return Facts(
            words,
            ("Mail.Company", MailWords.Name(CompanyName(report))),
            ("Mail.JobName", MailWords.JobName(report.Instance)),
            ("Mail.OriginalName", MailWords.Name(definition.OriginalName)),
            ("Mail.JobType", definition.JobType),
            ("Mail.JobSubType", definition.JobSubType),
            ("Mail.Description", MailWords.Name(definition.Description)),
            ("Mail.Submitter", MailWords.Name(definition.SubmitUserEmail)),
            ("Mail.InitiatingJob", MailWords.Name(report.Instance.InitiatingJobName)));
    }

    private static IEnumerable<MailFact> Course(JobInstance instance, MailWords words) => Facts(
        words,
        ("Mail.Start", words.Date(instance.StartUtc)),
        ("Mail.End", words.Date(instance.EndUtc)),
        ("Mail.Duration", Duration(instance.EndUtc - instance.StartUtc)));

    private static IEnumerable<MailFact> Ending(JobReport report, string outcome, MailWords words)
    {
        var remarks = (report.Outcome?.Aux ?? []).Select(note => note.Message).ToList();
        var downloads = remarks.Append(report.Outcome?.Message).OfType<LocalizedMessage>();
        return
        [
            .. Facts(words, ("Mail.Outcome", outcome)),
            .. downloads.SelectMany(message => Download(message, words)),
            .. remarks.Where(m => !DownloadMessage.TryRead(m, out _, out _)).Select(m => new MailFact(words.Text("Mail.Note"), words.Text(m))),
            .. Facts(words, ("Mail.JobHandle", MailWords.Handle(report.Instance))),
        ];
    }

    private static IEnumerable<MailFact> Download(LocalizedMessage message, MailWords words)
    {
        if (!DownloadMessage.TryRead(message, out var address, out var expiresUtc))
            yield break;
        yield return new MailFact(words.Text("Mail.Download"), address, Uri.TryCreate(address, UriKind.Absolute, out _) ? address : null);
        yield return new MailFact(words.Text("Mail.DownloadExpiry"), words.Date(expiresUtc));
    }

    private static IEnumerable<MailFact> Counters(JobCounters counters, MailWords words) => Facts(
        words,
        ("Mail.FileSuccess", words.Number(counters.FileSuccess)),
        ("Mail.FileUpdate", words.Number(counters.FileUpdate)),
        ("Mail.FileDuplicate", words.Number(counters.FileDuplicate)),
        ("Mail.FileWarning", words.Number(counters.FileWarning)),
        ("Mail.FileError", words.Number(counters.FileError)),
        ("Mail.TotalFile", words.Number(counters.TotalFile)),
        ("Mail.TransferSuccess", words.Number(counters.TransferSuccess)),
        ("Mail.TransferWarning", words.Number(counters.TransferWarning)),
        ("Mail.TransferError", words.Number(counters.TransferError)),
        ("Mail.FatalError", words.Text(counters.FatalError ? "Mail.Yes" : "Mail.No")));

    private static IEnumerable<MailFact> Facts(MailWords words, params (string Key, string Value)[] facts) =>
        facts.Where(f => f.Value.Length > 0).Select(f => new MailFact(words.Text(f.Key), f.Value));

    private static IEnumerable<MailSection> Sections(JobReport report, MailWords words)
    {
        if (report.Errors.Rows.Count > 0)
            yield return Section("Mail.Errors", report.Errors, words);
        if (report.Warnings.Rows.Count > 0)
            yield return Section("Mail.Warnings", report.Warnings, words);
    }

    private static MailSection Section(string heading, RowList rows, MailWords words) => new(
        words.Text(heading),
        [.. rows.Rows.Select(row => Line(row, words))],
        rows.Omitted > 0 ? words.Text("Mail.Omitted", rows.Omitted.ToString(CultureInfo.InvariantCulture)) : null);

    private static MailLine Line(LogRow row, MailWords words) => new(
        string.IsNullOrEmpty(row.AssetName) ? null : MailWords.Name(row.AssetName),
        words.Text(row.Message),
        [.. row.Aux.Select(note => words.Text(note.Message))]);

    private static string Outcome(JobReport report, MailWords words) => report switch
    {
        { Outcome: { } end } when !DownloadMessage.TryRead(end.Message, out _, out _) => words.Text(end.Message),
        { Instance: { StoppedBy: { } who, Outcome: JobOutcome.Stopped } } => words.Text("Log.End.Stopped", who),
        _ => words.Text("Log.End." + (report.Instance.Outcome ?? JobOutcome.Completed)),
    };

    private static MailTone Tone(JobOutcome? outcome) => outcome switch
    {
        JobOutcome.Warning => MailTone.Doubtful,
        JobOutcome.Error or JobOutcome.Fatal => MailTone.Bad,
        JobOutcome.Stopped => MailTone.Neutral,
        _ => MailTone.Good,
    };

    private static string CompanyName(JobReport report) =>
        report.Company?.Name ?? new CompanyHandle(report.Instance.Definition.CompanyId).ToString(HandleForm.D2);

    private static string Duration(TimeSpan? time) => time is { } span
        ? string.Create(CultureInfo.InvariantCulture, $"{(long)span.TotalHours}:{span:mm\\:ss}")
        : "";
}
