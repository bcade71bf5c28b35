using IpsJobs.Core.Accounts;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Core.Outbox;
using IpsJobs.Notifications.Email;
using IpsJobs.Notifications.Localization;
using IpsJobs.Testing.Accounts;
using Microsoft.Extensions.Options;

namespace IpsJobs.Notifications.Tests.Fakes;

/// <summary>An ended upload and what is needed to report it.</summary>
internal static class Sample
{
    public const int CompanyId = 47;
    public const long InstanceId = 17;

    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");

    public static Company Company { get; } = AnAccount.Company(CompanyId) with { Name = "Sample Company" };

    public static TextLanguages Languages { get; } = new(ResourceMessageRenderer.Texts, "en");

    public static IMessageRenderer Renderer { get; } = new ResourceMessageRenderer(Languages, Zone);

    public static LogRow End { get; } = new(LogTypes.EndUpload, new LocalizedMessage("Log.End.Completed"));

    public static JobInstance Instance(
        string name = "nightly", JobCounters? counters = null, JobOutcome outcome = JobOutcome.Completed) => new()
    {
        InstanceId = InstanceId,
        InstanceName = name + "_2026-08-21-08:59:18.000",
        State = InstanceState.Done,
        Outcome = outcome,
        CreatedUtc = SignallingTime.Epoch.AddSeconds(-42),
        TriggerTimeUtc = SignallingTime.Epoch.AddSeconds(-42),
        StartUtc = SignallingTime.Epoch.AddSeconds(-42),
        EndUtc = SignallingTime.Epoch,
        Counters = counters ?? JobCounters.None,
        Definition = new JobDefinition
        {
            CompanyId = CompanyId,
            OriginalName = name,
            JobType = JobTypes.UrlUpload,
            BlockElement = "uploadUrlsJob",
            BlockXml = [],
            LaneKey = "",
            SubmitUserId = 5,
            SubmitUserEmail = "anna@example.com",
            CallerUserId = 5,
        },
    };

    public static OutboxItem Mail(string recipient = "anna@example.com", string? locale = null) =>
        new(3, InstanceId, "mail-3", recipient, EmailSettings.All, locale, 0, SignallingTime.Epoch);

    public static JobReport Report(JobInstance? instance = null, RowList? errors = null, RowList? warnings = null, LogRow? end = null) =>
        new(instance ?? Instance(), Company, end ?? End, errors ?? RowList.Empty, warnings ?? RowList.Empty);

    public static LogRow Error(string asset, string reason) =>
        new(LogTypes.UploadError, new LocalizedMessage(reason)) { AssetName = asset };

    public static ServerClock Clock(TimeProvider? time = null) => new(time ?? new SignallingTime(), Zone);

    public static MailComposer Composer(MailOptions? mail = null, string publicUrl = "")
    {
        var server = Options.Create(new ServerOptions { SystemAddress = "ips@service.example", PublicUrl = publicUrl });
        var options = Options.Create(mail ?? new MailOptions());
        var links = new PublicLinks(server, Options.Create(new ApiOptions()));
        var documents = new MailDocumentBuilder(Renderer, Languages, Clock(), links, options);
        var notices = new NoticeDocumentBuilder(Renderer, Languages, Clock(), options);
        return new MailComposer(documents, notices, new MailEnvelope(Clock(), options, server));
    }

    public static FakeAccountDirectory Accounts()
    {
        var accounts = new FakeAccountDirectory();
        accounts.Companies.Add(Company);
        return accounts;
    }
}
