using IpsJobs.Contracts;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Handles;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Schedules;

namespace IpsJobs.Soap.Operations.Jobs;

/// <summary>Shows a trigger the way the API does.</summary>
internal sealed class ScheduledJobMapping(ServerClock clock, JobBlockEcho echo)
{
    private const int SystemCompany = 0;

    private readonly string _timeZone = ServerZone.ShortName(clock.Zone);

    public async ValueTask<ScheduledJob> ToContractAsync(JobTrigger trigger, OperationCall call, CancellationToken cancellationToken)
    {
        var definition = trigger.Definition;
        var job = new ScheduledJob
        {
            CompanyHandle = new CompanyHandle(definition.CompanyId).ToString(call.Handles),
            JobHandle = trigger.Handle.ToString(call.Handles),
            Name = definition.OriginalName,
            // Nobody submitted the system's own jobs.
            OriginalName = definition.CompanyId == SystemCompany ? "" : definition.OriginalName,
            Type = definition.JobType,
            SubmitUserEmail = definition.SubmitUserEmail,
            Locale = definition.Locale,
            Description = definition.Description,
            ExecSchedule = trigger.ExecSchedule,
            NextFireTime = trigger.NextFireUtc?.UtcDateTime,
            TimeZone = _timeZone,
            TriggerState = trigger.State.ToString(),
        };
        if (await echo.ReadAsync(definition, call.Dialect, cancellationToken) is { } block)
            JobBlocks.Attach(job, block);
        return job;
    }
}
