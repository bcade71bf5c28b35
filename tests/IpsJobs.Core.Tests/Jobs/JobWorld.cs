using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Files;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Submission;
using IpsJobs.Testing.Accounts;
using IpsJobs.Testing.Fakes;
using IpsJobs.Testing.Jobs;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace IpsJobs.Core.Tests.Jobs;

/// <summary>The job domain over fakes: one company, one job type, a clock that the test moves.</summary>
internal sealed class JobWorld : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ipsjobs-core-");

    public JobWorld()
    {
        Clock = new ServerClock(Time, TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"));
        Store = new FakeJobStore(Clock);
        Accounts.Companies.Add(AnAccount.Company());
        Accounts.Accounts.AddRange([Caller, AnAccount.Of(2)]);
        Types = new JobTypeRegistry([new JobTypeRegistration(ScriptedJobType.Info, typeof(ScriptedJobType), typeof(ScriptedJobType))], JobType);
        Companies = new CompanyAccess(Accounts, Clock, Options.Create(new ApiOptions()));
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero));

    public ServerClock Clock { get; }

    public FakeJobStore Store { get; }

    public FakeAccountDirectory Accounts { get; } = new();

    public RecordingDispatcher Dispatcher { get; } = new();

    public ScriptedJobType JobType { get; } = new();

    public JobTypeRegistry Types { get; }

    public CompanyAccess Companies { get; }

    public JobOptions JobOptions { get; } = new();

    public FakeDiskSpace Disk { get; } = new();

    public ProgressBoard Board { get; } = new();

    public Account Caller { get; } = AnAccount.Of(1);

    public JobSubmission Submission => new(
        Companies, new UserAccess(Accounts), Types, Store, Store, Dispatcher, Clock, Options.Create(JobOptions));

    public JobControl Control => new(Companies, new JobTargets(Store), Store, Store, Dispatcher, Clock);

    public JobRunner Runner => new(
        Store, Store, new JobConditions(Accounts, new DiskReserve(Disk), Clock), Types, new JobEnding(Store, Store, Accounts, Types, Clock), Board, new StopSignals(),
        new DataFolder(folder.FullName), Clock, Options.Create(new ServerOptions { Name = "worker" }),
        Options.Create(JobOptions), NullLogger<JobRunner>.Instance);

    public static SubmitJobParam AParam(string name = "My Test Job") => new()
    {
        CompanyHandle = "c|47",
        JobName = name,
        ImageServingPublishJob = new ImageServingPublishJob { PublishType = PublishTypes.Full, EmailSetting = EmailSettings.All },
    };

    public RequestContext Request(string operation = "submitJob", Account? caller = null) => new(caller ?? Caller, operation, "fr-FR");

    public void Dispose() => folder.Delete(recursive: true);
}
