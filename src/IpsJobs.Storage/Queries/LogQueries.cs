using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace IpsJobs.Storage.Queries;

/// <summary>Listings of job logs and their rows.</summary>
internal static class LogQueries
{
    /// <summary>The logs, without job blocks: nobody shows them with a log, and thousands of logs may be asked for.</summary>
    public static async Task<IReadOnlyList<JobInstance>> ListLogsAsync(
        this IpsDbContext db, JobLogFilter filter, CancellationToken cancellationToken)
    {
        var logs = Started(db).InCompanies(filter.CompanyIds);
        if (filter.SubmitUserId is { } user)
            logs = logs.Where(i => i.SubmitUserId == user);
        if (filter.FromUtc is { } from)
            logs = logs.Where(i => i.StartUtc >= from);
        if (filter.ToUtc is { } to)
            logs = logs.Where(i => i.StartUtc <= to);
        var rows = await Sort(db, logs, filter.SortBy, filter.Descending)
            .Take(filter.Limit)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(r => r.ToRecord(blockXml: []));
    }

    /// <summary>The instances come without job blocks.</summary>
    public static async Task<IReadOnlyList<AssetLogRow>> ListAssetLogsAsync(
        this IpsDbContext db, int companyId, long assetId, int limit, CancellationToken cancellationToken)
    {
        var rows = await db.LogRows.AsNoTracking()
            .Where(r => r.AssetId == assetId)
            .Join(db.Instances.AsNoTracking(), r => r.InstanceId, i => i.InstanceId, (r, i) => new { Row = r, Instance = i })
            .Where(r => r.Instance.CompanyId == companyId)
            .OrderByDescending(r => r.Row.CreatedUtc).ThenByDescending(r => r.Row.RowId)
            .Take(limit)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        rows.Reverse();
        return rows.ConvertAll(r => new AssetLogRow(r.Instance.ToRecord(blockXml: []), r.Row.ToRecord()));
    }

    private static IQueryable<InstanceEntity> Started(IpsDbContext db) => db.Instances.AsNoTracking().Where(i => i.StartUtc != null);

    // Names and addresses are compared without case.
    private static IQueryable<InstanceEntity> Sort(IpsDbContext db, IQueryable<InstanceEntity> logs, string sortBy, bool descending)
    {
#pragma warning disable CA1304, CA1311 // translated to the database's upper()
        var ordered = sortBy switch
        {
            JobLogSortFields.JobName => logs.SortedBy(i => i.InstanceName.ToUpper(), descending),
            JobLogSortFields.LogType => logs.SortedBy(i => i.LogType, descending),
            JobLogSortFields.CompanyName => logs.SortedBy(
                i => db.Companies.Where(c => c.CompanyId == i.CompanyId).Select(c => c.Name.ToUpper()).FirstOrDefault(), descending),
            JobLogSortFields.UserId => logs.SortedBy(i => i.SubmitUserId, descending),
            JobLogSortFields.Email => logs.SortedBy(i => i.SubmitUserEmail.ToUpper(), descending),
            JobLogSortFields.FileErrorCount => logs.SortedBy(i => i.FileError, descending),
            JobLogSortFields.FileWarningCount => logs.SortedBy(i => i.FileWarning, descending),
            JobLogSortFields.FileSuccessCount => logs.SortedBy(i => i.FileSuccess, descending),
            _ => logs.SortedBy(i => i.StartUtc, descending),
        };
#pragma warning restore CA1304, CA1311
        return descending ? ordered.ThenByDescending(i => i.InstanceId) : ordered.ThenBy(i => i.InstanceId);
    }
}
