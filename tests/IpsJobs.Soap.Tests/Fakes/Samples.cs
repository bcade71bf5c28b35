using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using Company = IpsJobs.Core.Accounts.Company;
using User = IpsJobs.Core.Accounts.User;

namespace IpsJobs.Soap.Tests.Fakes;

/// <summary>Valid objects; a test changes what it is about.</summary>
internal static class Samples
{
    public const int CompanyId = 47;
    public const int OtherCompanyId = 110;
    public const int ForeignCompanyId = 21;
    public const long ContestedTriggerId = 99;
    public const string Password = "secret ä&<";

    private static readonly string Hash = PasswordHash.Create(Password);

    /// <summary>Noon of 5 March 2014 in Los Angeles.</summary>
    public static DateTimeOffset Noon { get; } = new(2014, 3, 5, 20, 0, 0, TimeSpan.Zero);

    public static Company Company(int id = CompanyId, string name = "Sample Company") => new()
    {
        CompanyId = id,
        Name = name,
        RootPath = name.Replace(" ", "", StringComparison.Ordinal) + "/",
    };

    public static Account Account(int id, string email, params Membership[] memberships) => new(
        new User { UserId = id, Email = email, FirstName = "Jo", LastName = "User", PasswordHash = Hash }, memberships);

    public static JobDefinition Definition(IContractType? block = null, string element = "imageServingPublishJob") => new()
    {
        CompanyId = CompanyId,
        OriginalName = "My Test Job",
        JobType = element == "uploadUrlsJob" ? JobTypes.UrlUpload : JobTypes.ImageServingPublish,
        BlockElement = element,
        BlockXml = JobBlocks.Serialize(new JobBlock(
            element, block ?? new ImageServingPublishJob { PublishType = PublishTypes.Full, EmailSetting = EmailSettings.Error })),
        LaneKey = "47/pc1",
        SubmitUserId = 70,
        SubmitUserEmail = "user@example.com",
        CallerUserId = 70,
    };

    public static JobInstance Instance(JobDefinition? definition = null) => new()
    {
        InstanceId = 5129821,
        Definition = definition ?? Definition(),
        InstanceName = "My Test Job_2014-03-05-12:00:00.000",
        State = InstanceState.Running,
        CreatedUtc = Noon,
        TriggerTimeUtc = Noon,
        StartUtc = Noon.AddSeconds(1),
        ServerName = "worker1",
    };

    public static JobTrigger Trigger(JobDefinition? definition = null) => new()
    {
        TriggerId = 12,
        Definition = definition ?? Definition(),
        State = TriggerState.Normal,
        ExecSchedule = "00 00 00 * * ",
        NextFireUtc = new DateTimeOffset(2014, 7, 1, 7, 0, 0, TimeSpan.Zero),
        CreatedUtc = Noon,
    };

    public static LogRow Row(string logType, string key, params string[] arguments) =>
        new(logType, new LocalizedMessage(key, arguments)) { CreatedUtc = Noon.AddSeconds(2) };

    public static StoredAsset Asset(long id) => new()
    {
        AssetId = id,
        CompanyId = CompanyId,
        Name = "a",
        NameSpace = NameSpace.Catalog,
        Content = new AssetContent
        {
            Type = AssetTypes.Image,
            Folder = "SampleCompany/",
            FileName = "a.jpg",
            FileSize = 1,
            Sha256 = new byte[32],
        },
        ReadyForPublish = true,
        TrashState = TrashStates.NotInTrash,
        CreatedUtc = Noon,
        ModifiedUtc = Noon,
    };
}
