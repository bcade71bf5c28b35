using System.Globalization;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.EndToEnd.Tests.Hosting;

namespace IpsJobs.EndToEnd.Tests.Crash;

/// <summary>Whether every job that was promised has run to its end, once, with a whole log.</summary>
internal sealed class JobFindings(StoreReader store, IReadOnlyList<LoadJob> jobs, IReadOnlyList<UploadSessionLoad> sessions)
{
    private readonly IReadOnlyList<StoredInstance> instances = StoredInstance.ListOf(store);
    private readonly HashSet<string> stopped = [.. jobs.Where(j => j.IsStopped).Select(j => j.Name)];
    private readonly ILookup<long, StoredRow> rows = StoredRow.ListOf(store);

    public IEnumerable<string> List()
    {
        var byName = instances.Where(i => i.InitiatingJobName is null).ToLookup(i => i.OriginalName);
        return jobs.SelectMany(job => OfJob(job, byName[job.Name].ToList()))
            .Concat(sessions.SelectMany(session => OfSession(session, byName[session.Name].ToList())))
            .Concat(instances.SelectMany(OfInstance))
            .Concat(FollowOns())
            .Concat(Strangers());
    }

    private IEnumerable<string> OfJob(LoadJob job, List<StoredInstance> runs)
    {
        if (runs.Count > 1 || (runs.Count == 0 && job.Handle is not null))
            yield return $"{job.Name}, answered with {job.Handle ?? "nothing"}, has {runs.Count} runs";
        foreach (var run in runs.Where(r => r.EndedByItself && job.Urls > 0))
        {
            var keys = rows[run.Id].Select(r => r.ItemKey).OfType<string>().Where(k => !k.StartsWith('#')).Order(StringComparer.Ordinal);
            var expected = Enumerable.Range(0, job.Urls).Select(n => n.ToString(CultureInfo.InvariantCulture));
            if (!keys.SequenceEqual(expected))
                yield return $"{run.Name} has rows for the items {string.Join(' ', keys)} of {job.Urls}";
        }
    }

    // A request that was cut off may have been taken or not, and was sent again: so up to one more of each file than was sent.
    private IEnumerable<string> OfSession(UploadSessionLoad session, List<StoredInstance> runs)
    {
        if (runs.Count > 1 || (runs.Count == 0 && session.Handle is not null))
            yield return $"{session.Name}, answered with {session.Handle ?? "nothing"}, has {runs.Count} runs";
        foreach (var run in runs.Where(r => r.EndedByItself))
        {
            var keys = rows[run.Id].Select(r => r.ItemKey).OfType<string>().Where(k => !k.StartsWith('#')).ToHashSet();
            var expected = Enumerable.Range(1, keys.Count).Select(n => n.ToString(CultureInfo.InvariantCulture));
            if (!keys.SetEquals(expected) || keys.Count < session.Acknowledged || keys.Count > session.Sent)
                yield return $"{run.Name} has rows for the files {string.Join(' ', keys)}; {session.Acknowledged} of {session.Sent} were answered";
        }
    }

    private IEnumerable<string> OfInstance(StoredInstance instance)
    {
        if (instance.StoppedBy is not null != (instance.Outcome == JobOutcome.Stopped) && instance.Outcome != JobOutcome.Fatal)
            yield return $"{instance.Name} ended as {instance.Outcome}, stopped by {instance.StoppedBy ?? "nobody"}";
        if (instance.StoppedBy is not null && !stopped.Contains(instance.OriginalName))
            yield return $"{instance.Name} was stopped, and nobody asked for it";
        var log = rows[instance.Id].ToList();
        if (instance.State != (int)InstanceState.Done || !instance.HasEnd)
            yield return $"{instance.Name} has not ended (state {instance.State}, {instance.Interruptions} interruptions)";
        if (log.Count < 2 || !LogTypes.IsBegin(log[0].LogType) || !LogTypes.IsEnd(log[^1].LogType))
            yield return $"{instance.Name} has no whole log: {string.Join(' ', log.Select(r => r.LogType))}";
        foreach (var twice in log.Where(IsOnce).GroupBy(r => r.LogType).Where(g => g.Count() > 1))
            yield return $"{instance.Name} has {twice.Count()} rows {twice.Key}";
        foreach (var twice in log.Where(r => r.ItemKey is not null).GroupBy(r => r.ItemKey).Where(g => g.Count() > 1))
            yield return $"{instance.Name} has {twice.Count()} rows of item {twice.Key}";
        var counted = log.Aggregate(JobCounters.None, (sum, row) => sum + CountOf(row)) with { TotalFile = instance.Counters.TotalFile };
        if (counted != instance.Counters)
            yield return $"{instance.Name} counts {instance.Counters}, its rows {counted}";
        var done = counted.FileSuccess + counted.FileUpdate + counted.FileDuplicate + counted.FileError;
        if (instance.EndedByItself && done != counted.TotalFile)
            yield return $"{instance.Name} has a total of {counted.TotalFile}, but {done} files ({instance.Interruptions} interruptions)";
    }

    private IEnumerable<string> FollowOns()
    {
        var caused = instances.ToLookup(i => i.InitiatingJobName ?? "");
        var asking = jobs.Where(j => j.HasFollowOn).Select(j => j.Name).ToHashSet();
        foreach (var instance in instances.Where(i => i.InitiatingJobName is null))
        {
            var expected = asking.Contains(instance.OriginalName) && instance.EndedByItself ? 1 : 0;
            if (caused[instance.Name].Count() != expected)
                yield return $"{instance.Name} ({instance.Outcome}) has {caused[instance.Name].Count()} follow-ons instead of {expected}";
        }
    }

    private IEnumerable<string> Strangers()
    {
        var known = jobs.Select(j => j.Name).Concat(sessions.Select(s => s.Name)).ToHashSet();
        // The server's own nightly jobs may fall into the test.
        known.UnionWith([JobTypes.Cleanup, JobTypes.CreateVideoSitemap]);
        foreach (var stranger in instances.Where(i => !known.Contains(i.OriginalName)))
            yield return $"{stranger.Name} was never asked for";
        var triggers = store.Count("""SELECT count(*) FROM "Triggers" WHERE "ExecSchedule" IS NULL""");
        if (triggers > 0)
            yield return $"{triggers} one-time triggers are left";
    }

    private static bool IsOnce(StoredRow row) => row is { ItemKey: null, HasAsset: false } && !LogTypes.IsCleanup(row.LogType);

    private static JobCounters CountOf(StoredRow row)
    {
        var nothing = new LocalizedMessage("");
        return JobCounters.Of(new LogRow(row.LogType, nothing) { Aux = [.. row.AuxTypes.Select(t => new AuxEntry(t, nothing, default))] });
    }
}
