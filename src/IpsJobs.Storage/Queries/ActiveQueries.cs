using IpsJobs.Core.Jobs;
using IpsJobs.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace IpsJobs.Storage.Queries;

/// <summary>Listings of live instances and of triggers.</summary>
internal static class ActiveQueries
{
    public static async Task<IReadOnlyList<JobInstance>> ListActiveAsync(
        this IpsDbContext db, ActiveJobFilter filter, CancellationToken cancellationToken)
    {
        var live = db.Instances.AsNoTracking()
            .Where(i => i.State < InstanceState.Done)
            .InCompanies(filter.CompanyIds).NamedBy(filter.Handle).Named(filter.OriginalName);
        if (!filter.IncludeWaiting)
            live = live.Where(i => i.State != InstanceState.New && i.State != InstanceState.WaitingCoordinator);
        var rows = await live
            .Join(db.JobBlocks, i => i.BlockId, b => b.BlockId, (i, b) => new { Row = i, b.Xml })
            .OrderBy(r => r.Row.StartUtc ?? r.Row.CreatedUtc).ThenBy(r => r.Row.InstanceId)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(r => r.Row.ToRecord(r.Xml));
    }

    public static async Task<IReadOnlyList<JobTrigger>> ListTriggersAsync(
        this IpsDbContext db, TriggerFilter filter, CancellationToken cancellationToken)
    {
        IQueryable<TriggerEntity> triggers = db.Triggers.AsNoTracking().InCompanies(filter.CompanyIds).Named(filter.OriginalName);
        if (filter.Handle is { } handle)
            triggers = triggers.Where(t => t.CompanyId == handle.CompanyId && t.OriginalName == handle.ScheduledName);
        // Next fire times come first, unknown ones after them, paused triggers last.
        var rows = await triggers
            .Join(db.JobBlocks, t => t.BlockId, b => b.BlockId, (t, b) => new { Row = t, b.Xml })
            .OrderBy(r => r.Row.State == TriggerState.Paused).ThenBy(r => r.Row.NextFireUtc == null)
            .ThenBy(r => r.Row.NextFireUtc).ThenBy(r => r.Row.OriginalName).ThenBy(r => r.Row.TriggerId)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(r => r.Row.ToRecord(r.Xml));
    }
}
