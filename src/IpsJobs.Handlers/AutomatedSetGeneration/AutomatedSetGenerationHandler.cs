using System.Globalization;
using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Handles;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Handlers.AutoSets;

namespace IpsJobs.Handlers.AutomatedSetGeneration;

/// <summary>Makes sets of assets that are there, by the presets that the job names.</summary>
public sealed class AutomatedSetGenerationHandler(SetPresets presets, SetCandidates candidates, SetWriter writer) : IJobHandler
{
    private const int WholePercent = 90;

    /// <inheritdoc/>
    public async Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        run.Checkpoint();
        var job = (AutomatedSetGenerationJob)run.Block;
        var (usable, problems) = await presets.ListAsync(job.AutoSetCreationOptions, run.Company, cancellationToken);
        if (usable.Count == 0 && problems.Count > 0)
            throw new FatalJobException(new LocalizedMessage("Log.Fatal.NoSetPreset", NestedMessage.Write(problems[0])));
        var listed = await candidates.OfListAsync(run.Company.CompanyId, AssetIdsOf(job), cancellationToken);
        var plans = SetPlanner.Plan(usable, listed);
        var remarks = problems.Select(p => new AuxEntry(LogTypes.UploadWarning, p, run.UtcNow)).ToList();
        await run.SetTotalAsync(plans.ItemCount, remarks, cancellationToken);
        foreach (var row in plans.Errors.Concat(Unmatched(job, listed, plans)))
            await run.CommitAsync(new ItemCommit(run.Instance.InstanceId, row), cancellationToken);
        await WriteAsync(run, plans.Sets, OrderOf(run, job), cancellationToken);
    }

    private async Task WriteAsync(JobRun run, IReadOnlyList<SetPlan> sets, SetOrder order, CancellationToken cancellationToken)
    {
        for (var i = 0; i < sets.Count; i++)
        {
            run.Checkpoint();
            var monitor = new TaskMonitor(TaskTypes.AutoSet, TaskStates.Processing, i, sets.Count - i - 1, [sets[i].Name], run.UtcNow);
            run.Report(WholePercent * i / sets.Count, new LocalizedMessage("Progress.Sets", Text(i), Text(sets.Count)), tasks: [monitor]);
            await writer.WriteAsync(run, sets[i], order, cancellationToken);
        }
    }

    private static SetOrder OrderOf(JobRun run, AutomatedSetGenerationJob job) =>
        FolderPaths.Find(run.Company.RootPath, job.DestFolder) is { } folder
            ? new SetOrder(job.ReadyForPublish ?? false, KeepsMark: false, folder, CountsItems: false)
            : throw new PathEscapeException(job.DestFolder ?? "");

    // What is derived was not asked for by name, so nobody waits to hear that it fits nothing.
    private static IEnumerable<LogRow> Unmatched(AutomatedSetGenerationJob job, IReadOnlyList<SetCandidate> listed, SetPlans plans)
    {
        var names = listed.ToDictionary(c => c.Asset.AssetId, c => c.Asset.Name);
        foreach (var assetId in AssetIdsOf(job).Where(id => !plans.Matched.Contains(id)))
        {
            var name = names.GetValueOrDefault(assetId);
            var key = name is null ? "Log.Set.AssetGone" : "Log.Set.Unmatched";
            yield return new LogRow(LogTypes.UploadWarning, new LocalizedMessage(key, name ?? new AssetHandle(assetId).ToString()))
            {
                ItemKey = SetKeys.OfUnmatched(assetId),
                AssetName = name,
                AssetId = name is null ? null : assetId,
                FileType = LogFileTypes.NoType,
            };
        }
    }

    private static List<long> AssetIdsOf(AutomatedSetGenerationJob job) =>
    [
        .. (job.AssetHandleArray?.Items ?? [])
            .Select(text => AssetHandle.TryParse(text, out var handle) ? handle.AssetId : 0)
            .Where(id => id > 0)
            .Distinct(),
    ];

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
