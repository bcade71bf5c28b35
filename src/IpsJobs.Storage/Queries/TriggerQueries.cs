using IpsJobs.Core.Jobs;
using IpsJobs.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace IpsJobs.Storage.Queries;

/// <summary>Listings of triggers.</summary>
internal static class TriggerQueries
{
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
