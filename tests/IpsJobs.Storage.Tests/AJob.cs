using System.Text;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;

namespace IpsJobs.Storage.Tests;

/// <summary>Valid jobs, rows and assets; a test changes only what it is about.</summary>
internal static class AJob
{
    public static DateTimeOffset Submitted { get; } = new(2024, 5, 6, 7, 0, 0, TimeSpan.Zero);

    public static JobDefinition Definition(string name = "My job", int companyId = 47) => new()
    {
        CompanyId = companyId,
        OriginalName = name,
        JobType = JobTypes.UrlUpload,
        JobSubType = "",
        BlockElement = "uploadUrlsJob",
        BlockXml = Encoding.UTF8.GetBytes($"<uploadUrlsJob><name>{name}</name></uploadUrlsJob>"),
        LaneKey = companyId + "/upload",
        SubmitUserId = 41,
        SubmitUserEmail = "submitter@example.com",
        CallerUserId = 42,
        Locale = "fr-CA",
        RequestLocale = "de",
        Description = "described",
    };

    public static NewInstance New(string name = "My job", int companyId = 47) => new(Definition(name, companyId), Submitted);

    public static NewTrigger Trigger(string name = "My job", string? schedule = "0 0 12 * * ?", DateTimeOffset? next = null, int companyId = 47) =>
        new(Definition(name, companyId), schedule, next ?? new DateTimeOffset(2024, 5, 6, 10, 0, 0, TimeSpan.Zero));

    public static InstanceStart Start(long instanceId) => new(
        instanceId,
        "worker-1",
        [Row(LogTypes.BeginUploadUrls), Row(LogTypes.OriginalJobName), Row(LogTypes.JobClient), Row(LogTypes.JobType)],
        new AuxEntry(LogTypes.UploadWarning, new LocalizedMessage("Log.Resumed"), Submitted));

    public static InstanceEnd End(long instanceId, JobOutcome outcome = JobOutcome.Completed) =>
        new(instanceId, outcome, [Row(LogTypes.EndUploadUrls)]);

    public static LogRow Row(string logType, params string[] arguments) => new(logType, new LocalizedMessage("Log." + logType, arguments));

    public static ItemCommit Item(long instanceId, string key, string logType = LogTypes.UploadSuccess) =>
        new(instanceId, Row(logType) with { ItemKey = key, AssetName = key, FileType = "Image" });

    public static AddAsset Add(string name = "shoe", int companyId = 47) =>
        new(companyId, name, NameSpace.Catalog, ReadyForPublish: true, Content(name + ".jpg"), UserId: 41);

    public static AssetContent Content(string fileName = "shoe.jpg") => new()
    {
        Type = AssetTypes.Image,
        Folder = "SampleCompany/a/b/",
        FileName = fileName,
        FileSize = 1234,
        Sha256 = [.. Enumerable.Range(0, 32).Select(i => (byte)i)],
        Optimized = new OptimizedImage("abc/" + fileName + ".tif", 640, 480, 72.5, 999),
        Keywords = ["red", "größe"],
        ProjectIds = [7, 3],
    };
}
