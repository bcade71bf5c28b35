using IpsJobs.Contracts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Handlers.Ingest;

namespace IpsJobs.Handlers.AutoSets;

/// <summary>Makes the sets that an upload asks for, once, after all of its files.</summary>
public sealed class AutomaticSets(SetPresets presets, SetCandidates candidates, SetWriter writer)
{
    /// <summary>Applies the presets to everything that the instance has added or updated.</summary>
    /// <param name="run">The upload; a resumed one goes on where it was interrupted.</param>
    /// <param name="settings">What the job says about its files; without presets nothing happens.</param>
    /// <param name="folder">Destination folder of the whole job, normalised; null when it has none.</param>
    /// <param name="progress">Shows how far it is.</param>
    /// <param name="cancellationToken">Leaves the rest to the next run.</param>
    /// <exception cref="JobStoppedException">A stop was found between two sets.</exception>
    public async Task MakeAsync(
        JobRun run, UploadSettings settings, string? folder, UploadProgress progress, CancellationToken cancellationToken)
    {
        if (settings.Options.AutoSets?.AutoSetsArray is not { Items.Count: > 0 })
            return;
        var (usable, problems) = await presets.ListAsync(settings.Options.AutoSets, run.Company, cancellationToken);
        for (var i = 0; i < problems.Count; i++)
            await CommitAsync(run, Problem(i, problems[i]), JobCounters.None, cancellationToken);
        var plans = SetPlanner.Plan(usable, await candidates.OfUploadAsync(run, cancellationToken));
        foreach (var error in plans.Errors)
            await CommitAsync(run, error, new JobCounters { TotalFile = 1 }, cancellationToken);
        var order = new SetOrder(settings.ReadyForPublish, settings.PreservePublishState == true, folder, CountsItems: true);
        for (var i = 0; i < plans.Sets.Count; i++)
        {
            run.Checkpoint();
            progress.ShowSets(i, plans.Sets.Count, plans.Sets[i].Name);
            await writer.WriteAsync(run, plans.Sets[i], order, cancellationToken);
        }
    }

    private static LogRow Problem(int number, LocalizedMessage reason) =>
        new(LogTypes.UploadWarning, reason) { ItemKey = SetKeys.OfProblem(number), FileType = LogFileTypes.NoType };

    private static Task<long?> CommitAsync(JobRun run, LogRow row, JobCounters extra, CancellationToken cancellationToken) =>
        run.CommitAsync(new ItemCommit(run.Instance.InstanceId, row) { Extra = extra }, cancellationToken);
}
