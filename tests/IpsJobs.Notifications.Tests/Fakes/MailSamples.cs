using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Notifications.Email;
using IpsJobs.Notifications.Tests.Localization;

namespace IpsJobs.Notifications.Tests.Fakes;

/// <summary>A report of every kind that a mail can be about, for tests and for people who look at the result.</summary>
internal static class MailSamples
{
    private static readonly string[] Arguments = ["Sommer/größe & <b>.jpg", "2", "3"];

    private static RowList Warnings { get; } = new(
        [
            new LogRow(LogTypes.UploadWarning, new LocalizedMessage("Log.Upload.Hidden", ".DS_Store")) { AssetName = ".DS_Store" },
            new LogRow(LogTypes.UploadSuccess, new LocalizedMessage("Log.Upload.Processed", "ملف الصورة.jpg"))
            {
                AssetName = "ملف الصورة.jpg",
                Aux = [new AuxEntry(LogTypes.UploadWarning, new LocalizedMessage("Log.Upload.Renamed", "ملف.jpg", "ملف-1.jpg"), SignallingTime.Epoch)],
            },
        ],
        Omitted: 0);

    private static RowList LongNames { get; } = new(
        [
            new LogRow(LogTypes.UploadWarning, new LocalizedMessage("Log.Upload.Hidden", "." + new string('n', 200)))
            {
                AssetName = "." + new string('n', 200),
            },
        ],
        Omitted: 0);

    public static IEnumerable<(string Name, JobReport Report)> All { get; } =
    [
        ("completed", Report(JobOutcome.Completed, new JobCounters { FileSuccess = 1234, TotalFile = 1234, TransferSuccess = 1234 })),
        ("warning", Report(JobOutcome.Warning, new JobCounters { FileSuccess = 7, FileWarning = 3, TotalFile = 7 }) with { Warnings = Warnings }),
        ("error", Report(JobOutcome.Error, new JobCounters { FileSuccess = 5, FileError = 112, FileWarning = 3, TotalFile = 117 }) with
        {
            Errors = new RowList([.. EveryRow()], Omitted: 1), Warnings = Warnings,
        }),
        ("stopped", Report(JobOutcome.Stopped, new JobCounters { FileSuccess = 2, TotalFile = 9 }, new LocalizedMessage("Log.End.Stopped", "bob@example.com"))),
        ("fatal", Report(JobOutcome.Fatal, new JobCounters { FatalError = true })),
        // Names are callers' text: one that cannot be broken at a space, and one that is written from right to left.
        ("long", Report(JobOutcome.Warning, new JobCounters { FileWarning = 1 }, name: new string('W', 120) + ".final") with { Warnings = LongNames }),
        ("rtl", Report(JobOutcome.Warning, new JobCounters { FileWarning = 2 }, name: "مجموعة الشتاء (2026)!") with { Warnings = Warnings }),
        ("export", WithDownload(Report(JobOutcome.Completed, new JobCounters { FileSuccess = 40, TotalFile = 40 }))),
    ];

    // Every text that a row of a log can have.
    private static IEnumerable<LogRow> EveryRow() => SourceKeys.All
        .Where(k => !k.IsPrefix && k.Key.StartsWith("Log.", StringComparison.Ordinal))
        .Select(k => k.Key).Distinct().Order(StringComparer.Ordinal)
        .Select(key => new LogRow(LogTypes.UploadError, new LocalizedMessage(key, Arguments)) { AssetName = "größe & <b>" });

    private static JobReport Report(
        JobOutcome outcome, JobCounters counters, LocalizedMessage? message = null, string name = "Herbst & Winter 2026")
    {
        var instance = Sample.Instance(name, counters, outcome);
        var end = new LogRow(LogTypes.EndUpload, message ?? new LocalizedMessage("Log.End." + outcome));
        return Sample.Report(
            instance with { Definition = instance.Definition with { Description = "Nightly import of the new collection" } }, end: end);
    }

    private static JobReport WithDownload(JobReport report)
    {
        var download = DownloadMessage.Create("https://ips.example.com/scene7/export/4f1c2a", SignallingTime.Epoch.AddDays(7));
        return report with { Outcome = report.Outcome! with { Aux = [new AuxEntry(LogTypes.EndGet, download, SignallingTime.Epoch)] } };
    }
}
