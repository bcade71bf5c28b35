using IpsJobs.Core.Configuration;
using IpsJobs.Core.Jobs;
using Microsoft.Extensions.Options;

namespace IpsJobs.Scheduling.Tests.Fakes;

/// <summary>Valid defaults; a test changes only what it is about.</summary>
internal static class Some
{
    public const string Lane = "47/pc3001";

    public static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static ServerClock Clock(TimeProvider time, string zone = "UTC") => new(time, TimeZoneInfo.FindSystemTimeZoneById(zone));

    public static IOptions<SchedulingOptions> Options(Action<SchedulingOptions>? change = null)
    {
        var options = new SchedulingOptions();
        change?.Invoke(options);
        return Microsoft.Extensions.Options.Options.Create(options);
    }

    public static JobDefinition Definition(string lane = Lane, int company = 47) => new()
    {
        CompanyId = company,
        OriginalName = "Nightly",
        JobType = "ImageServingPublish",
        BlockElement = "imageServingPublishJob",
        BlockXml = [],
        LaneKey = lane,
        SubmitUserId = 1,
        SubmitUserEmail = "a@example.com",
        CallerUserId = 1,
    };

    public static JobInstance Instance(long id, string lane = Lane, InstanceState state = InstanceState.New, int company = 47) => new()
    {
        InstanceId = id,
        Definition = Definition(lane, company),
        InstanceName = "Nightly_" + id,
        State = state,
        CreatedUtc = Start,
        TriggerTimeUtc = Start,
    };

    public static JobTrigger Trigger(
        long id, DateTimeOffset? next, string? schedule = "0 * * * * *", TriggerState state = TriggerState.Normal) => new()
    {
        TriggerId = id,
        Definition = Definition(),
        State = state,
        ExecSchedule = schedule,
        NextFireUtc = next,
        CreatedUtc = Start,
    };
}
