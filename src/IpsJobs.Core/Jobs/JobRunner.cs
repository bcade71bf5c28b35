using System.Globalization;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Files;
using IpsJobs.Core.Messages;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IpsJobs.Core.Jobs;

/// <summary>Takes an instance through its life: start, work, end. Called by the dispatcher with nothing but the id.</summary>
public sealed class JobRunner(
    IJobStore store,
    IJobQueries queries,
    JobConditions conditions,
    JobTypeRegistry types,
    JobEnding ending,
    ProgressBoard progress,
    StopSignals stops,
    DataFolder data,
    ServerClock clock,
    IOptions<ServerOptions> server,
    IOptions<JobOptions> options,
    ILogger<JobRunner> logger)
{
    // Clients are told at least every ten seconds that a job is alive; half of it leaves room for a busy machine.
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(5);

    /// <summary>Runs the instance to its end, or leaves it Running when <paramref name="shutdown"/> is raised: the next start resumes it.</summary>
    /// <returns>What its end set free, to be dispatched; null when it had ended already, waits for its client, or was left for the next start.</returns>
    public async Task<InstanceEndResult?> RunAsync(long instanceId, CancellationToken shutdown)
    {
        var instance = await queries.FindInstanceAsync(instanceId, shutdown);
        if (instance is null || instance.State == InstanceState.Done)
            return null;
        try
        {
            return await RunToEndAsync(instance, shutdown);
        }
        catch (JobRestsException)
        {
            logger.LogDebug("Job {InstanceName} waits for its client", instance.InstanceName);
            return null;
        }
        catch (OperationCanceledException) when (shutdown.IsCancellationRequested)
        {
            logger.LogInformation("Job {InstanceName} is left for the next start", instance.InstanceName);
            return null;
        }
        finally
        {
            progress.Remove(instanceId);
            stops.Clear(instanceId);
        }
    }

    private async Task<InstanceEndResult> RunToEndAsync(JobInstance instance, CancellationToken shutdown)
    {
        var type = types.Get(instance.Definition.JobType);
        if (instance.StartUtc is null && instance.StoppedBy is not null)
            return await ending.EndAsync(instance, type, fatal: null, headers: Headers(instance, type), new EndRemarks(), shutdown);
        if (instance.StoppedBy is not null)
            stops.Raise(instance.InstanceId);
        var started = await store.StartInstanceAsync(Start(instance, type), shutdown);
        var remarks = new EndRemarks();
        var fatal = await WorkAsync(started, type, remarks, shutdown);
        DeleteStaging(started);
        return await EndAsync(started, type, fatal, remarks, shutdown);
    }

    private async Task<InstanceEndResult> EndAsync(
        JobInstance started, JobTypeInfo type, LocalizedMessage? fatal, EndRemarks remarks, CancellationToken shutdown)
    {
        var last = await queries.FindInstanceAsync(started.InstanceId, shutdown) ?? started;
        try
        {
            return await ending.EndAsync(last, type, fatal, headers: [], remarks, shutdown);
        }
        catch (StateConflictException) when (last.StoppedBy is null)
        {
            // A stop was acknowledged in between: it ends as stopped, without a follow-on.
            last = await queries.FindInstanceAsync(started.InstanceId, shutdown) ?? started;
            return await ending.EndAsync(last, type, fatal, headers: [], remarks, shutdown);
        }
    }

    // Everything a handler can throw becomes an outcome; only a shutdown, or waiting for the client, leaves the instance as it is.
    private async Task<LocalizedMessage?> WorkAsync(JobInstance instance, JobTypeInfo type, EndRemarks remarks, CancellationToken shutdown)
    {
        try
        {
            if (instance.Interruptions >= options.Value.MaxInterruptions)
                return new LocalizedMessage("Log.Fatal.Interrupted", instance.Interruptions.ToString(CultureInfo.InvariantCulture));
            await HandleAsync(await PrepareAsync(instance, type, remarks, shutdown), shutdown);
            return null;
        }
        catch (JobStoppedException)
        {
            return null;
        }
        catch (FatalJobException fatal)
        {
            return fatal.Reason;
        }
        catch (JobRestsException)
        {
            throw;
        }
        catch (OperationCanceledException) when (shutdown.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception failure)
        {
            var reference = Guid.NewGuid().ToString("N")[..12];
            logger.LogError(failure, "Job {InstanceName} failed, reference {Reference}", instance.InstanceName, reference);
            return new LocalizedMessage("Log.Fatal.Unexpected", reference);
        }
    }

    private async Task HandleAsync(JobRun run, CancellationToken shutdown)
    {
        var instanceId = run.Instance.InstanceId;
        progress.Set(instanceId, new JobProgress(0, Message: null, clock.UtcNow));
        await using var beat = clock.Time.CreateTimer(
            _ => progress.Touch(instanceId, clock.UtcNow), state: null, Heartbeat, Heartbeat);
        await types.HandlerOf(run.Type).RunAsync(run, shutdown);
    }

    private async Task<JobRun> PrepareAsync(
        JobInstance instance, JobTypeInfo type, EndRemarks remarks, CancellationToken cancellationToken)
    {
        var (company, user) = await conditions.RequireAsync(instance.Definition, cancellationToken);
        var staging = data.StagingOf(instance.InstanceId);
        Directory.CreateDirectory(staging);
        return new JobRun(new JobRunParts
        {
            Instance = instance,
            Type = type,
            Block = instance.Definition.ReadBlock(),
            Company = company,
            User = user,
            DoneItems = await queries.ListDoneItemsAsync(instance.InstanceId, cancellationToken),
            StagingDirectory = staging,
            Store = store,
            Progress = progress,
            Stops = stops,
            Clock = clock,
            End = remarks,
        });
    }

    private InstanceStart Start(JobInstance instance, JobTypeInfo type)
    {
        var name = Host;
        var note = new AuxEntry(Constants.LogTypes.UploadWarning, new LocalizedMessage("Log.Resumed"), clock.UtcNow);
        return new InstanceStart(instance.InstanceId, name, Headers(instance, type), note);
    }

    private List<LogRow> Headers(JobInstance instance, JobTypeInfo type)
    {
        var rows = new List<LogRow>
        {
            new(type.BeginLogType, new LocalizedMessage("Log." + type.BeginLogType)),
            new(Constants.LogTypes.OriginalJobName, new LocalizedMessage("Log.OriginalJobName", instance.Definition.OriginalName)),
            new(Constants.LogTypes.JobClient, new LocalizedMessage("Log.JobClient", Host)),
            new(Constants.LogTypes.JobType, new LocalizedMessage("Log.JobType", type.Name)),
        };
        if (instance.InitiatingJobName is { } cause)
            rows.Add(new LogRow(Constants.LogTypes.InitiatingJobName, new LocalizedMessage("Log.InitiatingJobName", cause)));
        return rows;
    }

    private string Host => server.Value.Name is { Length: > 0 } name ? name : Environment.MachineName;

    private void DeleteStaging(JobInstance instance)
    {
        var staging = data.StagingOf(instance.InstanceId);
        if (Directory.Exists(staging))
            Directory.Delete(staging, recursive: true);
    }
}
