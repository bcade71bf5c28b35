using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Notifications.Email;

/// <summary>Reads from the job log what an e-mail setting asks for.</summary>
public sealed class JobReportReader(IJobQueries queries, IAccountDirectory accounts)
{
    private const int PageSize = 1000;

    // Most logs are short, and one query for all of it is the quickest way to read them.
    private const int ShortLog = 100;

    private static readonly string[] ErrorTypes = [.. LogTypes.Written.Where(LogTypes.IsError), LogTypes.FatalError];
    private static readonly string[] EndTypes = [.. LogTypes.Written.Where(t => LogTypes.IsEnd(t) && !LogTypes.IsCleanup(t))];

    /// <summary>Null when the instance no longer exists.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="emailSetting">A constant of <see cref="EmailSettings"/>.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<JobReport?> ReadAsync(long instanceId, string emailSetting, CancellationToken cancellationToken)
    {
        if (await queries.FindInstanceAsync(instanceId, cancellationToken) is not { } instance)
            return null;
        var company = await accounts.FindCompanyAsync(instance.Definition.CompanyId, cancellationToken);
        var wantsErrors = emailSetting != EmailSettings.JobCompletion;
        var wantsWarnings = wantsErrors && emailSetting != EmailSettings.Error;
        var begin = await FindLogAsync(Filter(instance) with { PageSize = ShortLog }, cancellationToken);
        if (begin is null || begin.TotalRows <= begin.Rows.Count)
            return Read(instance, company, begin?.Rows ?? [], wantsErrors, wantsWarnings);
        return new JobReport(
            instance,
            company,
            await FindOutcomeAsync(instance, cancellationToken),
            wantsErrors ? await ErrorsAsync(instance, cancellationToken) : RowList.Empty,
            wantsWarnings ? await WarningsAsync(instance, cancellationToken) : RowList.Empty);
    }

    private static JobReport Read(
        JobInstance instance, Company? company, IReadOnlyList<LogRow> rows, bool wantsErrors, bool wantsWarnings) => new(
        instance,
        company,
        rows.LastOrDefault(r => EndTypes.Contains(r.LogType)),
        wantsErrors ? new RowList([.. rows.Where(r => ErrorTypes.Contains(r.LogType))], Omitted: 0) : RowList.Empty,
        wantsWarnings ? new RowList([.. rows.Where(Warns)], Omitted: 0) : RowList.Empty);

    private async Task<LogRow?> FindOutcomeAsync(JobInstance instance, CancellationToken cancellationToken)
    {
        var newest = Filter(instance) with { LogTypes = EndTypes, Descending = true, PageSize = 1 };
        return await FindLogAsync(newest, cancellationToken) is { Rows: [var end, ..] } ? end : null;
    }

    private async Task<RowList> ErrorsAsync(JobInstance instance, CancellationToken cancellationToken)
    {
        var oldest = Filter(instance) with { LogTypes = ErrorTypes, PageSize = RowList.Limit };
        var log = await FindLogAsync(oldest, cancellationToken);
        return log is null ? RowList.Empty : new RowList(log.Rows, log.TotalRows - log.Rows.Count);
    }

    // Most warnings are remarks on rows of success, which no filter finds; the counter says when the last one is in hand.
    private async Task<RowList> WarningsAsync(JobInstance instance, CancellationToken cancellationToken)
    {
        var found = new List<LogRow>();
        var missing = instance.Counters.FileWarning;
        for (var page = 1; missing > 0 && found.Count < RowList.Limit; page++)
        {
            var log = await FindLogAsync(Filter(instance) with { PageSize = PageSize, Page = page }, cancellationToken);
            if (log is null || log.Rows.Count == 0)
                return new RowList(found, Omitted: 0);
            foreach (var row in log.Rows.TakeWhile(_ => found.Count < RowList.Limit))
            {
                missing -= JobCounters.Of(row).FileWarning;
                if (Warns(row))
                    found.Add(row);
            }
        }
        return new RowList(found, Math.Max(0, missing));
    }

    // What the End row remarks stands in the summary, what an error row remarks stands with the errors.
    private static bool Warns(LogRow row) =>
        LogTypes.IsWarning(row.LogType)
        || (row.Aux.Count > 0 && !EndTypes.Contains(row.LogType) && !ErrorTypes.Contains(row.LogType));

    private static JobLogDetailFilter Filter(JobInstance instance) =>
        new(instance.Definition.CompanyId) { Handle = instance.Handle };

    private async Task<JobLogWithRows?> FindLogAsync(JobLogDetailFilter filter, CancellationToken cancellationToken) =>
        await queries.ListLogDetailsAsync(filter, cancellationToken) is [var log, ..] ? log : null;
}
