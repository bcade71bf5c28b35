using System.Globalization;
using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Files;
using IpsJobs.Core.Messages;
using Company = IpsJobs.Core.Accounts.Company;

namespace IpsJobs.Core.Jobs;

/// <summary>A handler's view of the instance it works on.</summary>
public sealed class JobRun(JobRunParts parts)
{
    private const string TotalKey = "#total";

    public JobInstance Instance => parts.Instance;

    public JobTypeInfo Type => parts.Type;

    public Company Company => parts.Company;

    /// <summary>The user the job runs as.</summary>
    public Account User => parts.User;

    /// <summary>The frozen job block.</summary>
    public IContractType Block => parts.Block;

    /// <summary>Keys of items that an earlier run of this instance finished.</summary>
    public IReadOnlySet<string> DoneItems => parts.DoneItems;

    /// <summary>Now, in UTC.</summary>
    public DateTimeOffset UtcNow => parts.Clock.UtcNow;

    public ServerClock Clock => parts.Clock;

    /// <summary>Directory for the instance's staged files; exists, and is removed after the end.</summary>
    public string StagingDirectory => parts.StagingDirectory;

    /// <summary>What the End row is to say beyond the outcome; a resumed run says it anew.</summary>
    public EndRemarks End => parts.End;

    /// <summary>True once somebody asked the instance to stop.</summary>
    public bool StopRequested => parts.Stops.IsRaised(Instance.InstanceId);

    /// <summary>Cancelled once somebody asked the instance to stop, for work that cannot look between its steps.</summary>
    public CancellationToken StopToken => parts.Stops.TokenOf(Instance.InstanceId);

    /// <summary>A place where the job can end early.</summary>
    /// <exception cref="JobStoppedException">A stop was asked for.</exception>
    public void Checkpoint()
    {
        if (StopRequested)
            throw new JobStoppedException(Instance.InstanceId);
    }

    /// <summary>Shows how far the job is; cheap, held in memory.</summary>
    /// <param name="percent">0 to 100.</param>
    /// <param name="message">Phase.</param>
    /// <param name="totalBytes">Sum of source bytes; 0 while unknown.</param>
    /// <param name="tasks">Task monitors of uploads; null for none. Monitors of other types stay as they are.</param>
    public void Report(int percent, LocalizedMessage message, long totalBytes = 0, IReadOnlyList<TaskMonitor>? tasks = null) =>
        parts.Progress.Change(
            Instance.InstanceId,
            last => new JobProgress(Math.Clamp(percent, 0, 100), message, UtcNow)
            {
                TotalBytes = totalBytes,
                Tasks = [.. tasks ?? [], .. (last?.Tasks ?? []).Where(old => tasks?.Any(t => t.TaskType == old.TaskType) != true)],
            });

    /// <summary>Changes one task monitor and leaves everything else as it is.</summary>
    /// <param name="taskType">A constant of <see cref="TaskTypes"/>.</param>
    /// <param name="change">Gets the monitor as it is, null when there is none; may be called again when others report at the same time.</param>
    public void ReportTask(string taskType, Func<TaskMonitor?, TaskMonitor> change) =>
        parts.Progress.Change(
            Instance.InstanceId,
            last =>
            {
                var progress = last ?? new JobProgress(0, Message: null, UtcNow);
                var changed = change(progress.Tasks.FirstOrDefault(t => t.TaskType == taskType));
                return progress with { Tasks = [.. progress.Tasks.Where(t => t.TaskType != taskType), changed], UpdatedUtc = UtcNow };
            });

    /// <summary>Writes the TotalFileCount row and counter; a resumed instance writes it again only if the number is another now.</summary>
    /// <param name="total">Work items of the instance, those with their row included.</param>
    /// <param name="cancellationToken">Leaves the instance for the next start.</param>
    public Task SetTotalAsync(int total, CancellationToken cancellationToken) => SetTotalAsync(total, remarks: [], cancellationToken);

    /// <summary>As the other form, with remarks that concern the job and no single file.</summary>
    public async Task SetTotalAsync(int total, IReadOnlyList<AuxEntry> remarks, CancellationToken cancellationToken)
    {
        var isKnown = DoneItems.Contains(TotalKey);
        var more = isKnown ? total - Instance.Counters.TotalFile : total;
        if (isKnown && more == 0)
            return;
        var key = isKnown ? TotalKey + Instance.Interruptions.ToString(CultureInfo.InvariantCulture) : TotalKey;
        await CommitAsync(
            new ItemCommit(Instance.InstanceId, TotalRow(total, key) with { Aux = remarks }) { Extra = new JobCounters { TotalFile = more } }, cancellationToken);
    }

    /// <summary>Writes the TotalFileCount row where every file was counted with its own row; once per instance.</summary>
    public Task ShowTotalAsync(int total, CancellationToken cancellationToken) =>
        CommitAsync(new ItemCommit(Instance.InstanceId, TotalRow(total, TotalKey)), cancellationToken);

    /// <summary>Commits a finished item, or a row that is none.</summary>
    /// <returns>Id of the asset added or changed; null when the item changes none.</returns>
    public Task<long?> CommitAsync(ItemCommit item, CancellationToken cancellationToken) => parts.Store.CommitItemAsync(item, cancellationToken);

    /// <summary>A warning to put on a row.</summary>
    public AuxEntry Warning(string key, params string[] arguments) =>
        new(LogTypes.UploadWarning, new LocalizedMessage(key, arguments), UtcNow);

    private static LogRow TotalRow(int total, string key) =>
        new(LogTypes.TotalFileCount, new LocalizedMessage("Log.TotalFileCount", total.ToString(CultureInfo.InvariantCulture)))
        {
            ItemKey = key,
        };
}
