using System.Globalization;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Handles;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Notifications.Templates;
using Microsoft.Extensions.Options;

namespace IpsJobs.Notifications.Email;

/// <summary>Puts a report into words of one language.</summary>
public sealed class MailDocumentBuilder(IMessageRenderer renderer, ServerClock clock, IOptions<ServerOptions> server)
{
    public MailDocument Build(JobReport report, string? locale)
    {
        ArgumentNullException.ThrowIfNull(report);
        var instance = report.Instance;
        var outcome = Outcome(report, locale);
        return new MailDocument(
            locale ?? server.Value.DefaultLocale,
            $"[IPS] {CompanyName(report)}: {instance.InstanceName} \u2013 {outcome}",
            instance.InstanceName,
            [.. Summary(report, outcome, locale)],
            [.. Sections(report, locale)],
            Text("Mail.Automatic", locale));
    }

    private IEnumerable<MailFact> Summary(JobReport report, string outcome, string? locale)
    {
        var facts = Identity(report)
            .Concat(Course(report.Instance))
            .Append(("Mail.Outcome", outcome))
            .Concat((report.Outcome?.Aux ?? []).Select(note => ("Mail.Note", renderer.Render(note.Message, locale))))
            .Concat(Counters(report.Instance.Counters, locale))
            .Append(("Mail.JobHandle", report.Instance.Handle.ToString(HandleForm.D2)));
        return facts.Where(f => f.Item2.Length > 0).Select(f => new MailFact(Text(f.Item1, locale), f.Item2));
    }

    private static IEnumerable<(string Key, string Value)> Identity(JobReport report)
    {
        var definition = report.Instance.Definition;
        return
        [
            ("Mail.Company", CompanyName(report)),
            ("Mail.JobName", report.Instance.InstanceName),
            ("Mail.OriginalName", definition.OriginalName),
            ("Mail.JobType", definition.JobType),
            ("Mail.JobSubType", definition.JobSubType),
            ("Mail.Description", definition.Description ?? ""),
            ("Mail.Submitter", definition.SubmitUserEmail),
            ("Mail.InitiatingJob", report.Instance.InitiatingJobName ?? ""),
        ];
    }

    private IEnumerable<(string Key, string Value)> Course(JobInstance instance) =>
    [
        ("Mail.Start", Date(instance.StartUtc)),
        ("Mail.End", Date(instance.EndUtc)),
        ("Mail.Duration", Duration(instance.EndUtc - instance.StartUtc)),
    ];

    private IEnumerable<(string Key, string Value)> Counters(JobCounters counters, string? locale) =>
    [
        ("Mail.FileSuccess", Number(counters.FileSuccess)),
        ("Mail.FileUpdate", Number(counters.FileUpdate)),
        ("Mail.FileDuplicate", Number(counters.FileDuplicate)),
        ("Mail.FileWarning", Number(counters.FileWarning)),
        ("Mail.FileError", Number(counters.FileError)),
        ("Mail.TotalFile", Number(counters.TotalFile)),
        ("Mail.TransferSuccess", Number(counters.TransferSuccess)),
        ("Mail.TransferWarning", Number(counters.TransferWarning)),
        ("Mail.TransferError", Number(counters.TransferError)),
        ("Mail.FatalError", Text(counters.FatalError ? "Mail.Yes" : "Mail.No", locale)),
    ];

    private IEnumerable<MailSection> Sections(JobReport report, string? locale)
    {
        if (report.Errors.Rows.Count > 0)
            yield return Section("Mail.Errors", report.Errors, locale);
        if (report.Warnings.Rows.Count > 0)
            yield return Section("Mail.Warnings", report.Warnings, locale);
    }

    private MailSection Section(string heading, RowList rows, string? locale) => new(
        Text(heading, locale),
        [.. rows.Rows.Select(row => Line(row, locale))],
        rows.Omitted > 0 ? renderer.Render(new LocalizedMessage("Mail.Omitted", Number(rows.Omitted)), locale) : null);

    private MailLine Line(LogRow row, string? locale) => new(
        string.IsNullOrEmpty(row.AssetName) ? null : row.AssetName,
        renderer.Render(row.Message, locale),
        [.. row.Aux.Select(note => renderer.Render(note.Message, locale))]);

    private string Outcome(JobReport report, string? locale) => report switch
    {
        { Outcome: { } end } => renderer.Render(end.Message, locale),
        { Instance.StoppedBy: { } who, Instance.Outcome: JobOutcome.Stopped } =>
            renderer.Render(new LocalizedMessage("Log.End.Stopped", who), locale),
        _ => Text("Log.End." + (report.Instance.Outcome ?? JobOutcome.Completed), locale),
    };

    private string Text(string key, string? locale) => renderer.Render(new LocalizedMessage(key), locale);

    private static string CompanyName(JobReport report) =>
        report.Company?.Name ?? new CompanyHandle(report.Instance.Definition.CompanyId).ToString(HandleForm.D2);

    // The zone's id and the offset of that day: a short name such as CST belongs to three zones.
    private string Date(DateTimeOffset? utc)
    {
        if (utc is not { } instant)
            return "";
        var local = TimeZoneInfo.ConvertTime(instant, clock.Zone);
        return string.Create(CultureInfo.InvariantCulture, $"{local:yyyy-MM-dd HH:mm:ss} (UTC{local:zzz}, {clock.Zone.Id})");
    }

    private static string Duration(TimeSpan? time) => time is { } span
        ? string.Create(CultureInfo.InvariantCulture, $"{(long)span.TotalHours}:{span:mm\\:ss}")
        : "";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
