using System.Globalization;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Core.Outbox;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IpsJobs.Handlers.Cleanup;

/// <summary>Tells the administrators of a company that wants it which assets will soon leave the trash for good.</summary>
public sealed class TrashWarnings(
    ITrashStore trash,
    IWarnings warnings,
    IAccountDirectory accounts,
    AdministratorWarnings administrators,
    IOptions<RetentionOptions> options,
    ILogger<TrashWarnings> logger)
{
    private const int DaysBefore = 4;
    private const int MostNames = 100;

    private TimeSpan Stay => TimeSpan.FromDays(options.Value.TrashDays);

    /// <exception cref="JobStoppedException">A stop was asked for; who is warned stays warned.</exception>
    public async Task SendAsync(JobRun run, CancellationToken cancellationToken)
    {
        foreach (var company in await accounts.ListCompaniesAsync(cancellationToken))
        {
            run.Checkpoint();
            if (company.EmailTrashCleanupWarning && !company.IsExpired(run.UtcNow))
                await WarnAsync(company, run.UtcNow, cancellationToken);
        }
    }

    // What is so old that it goes tonight is left out: the mail would come too late.
    private async Task WarnAsync(Company company, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var until = now - TimeSpan.FromDays(Math.Max(0, options.Value.TrashDays - DaysBefore));
        var reach = await warnings.FindReachAsync(company.CompanyId, WarningKind.Trash, cancellationToken);
        var tonight = (now - Stay).AddTicks(-1);
        var found = await trash.ListTrashedAsync(
            company.CompanyId, reach > tonight ? reach.Value : tonight, until, MostNames, cancellationToken);
        if (found.Total == 0)
            return;
        var told = await administrators.SendAsync(WarningKind.Trash, until, Describe(company, found), cancellationToken);
        if (told > 0)
            logger.LogInformation("{Count} administrators of company {CompanyId} are warned of {Assets} assets", told, company.CompanyId, found.Total);
    }

    private Notice Describe(Company company, TrashContents found)
    {
        var lines = found.First
            .Select(asset => new NoticeLine(asset.Path, new LocalizedMessage("Mail.Trash.Removal", Date(asset.TrashedUtc + Stay))));
        var omitted = found.Total - found.First.Count;
        return new Notice(
            company.CompanyId,
            company.Name,
            new LocalizedMessage("Mail.Trash.Heading"),
            new LocalizedMessage("Mail.Trash.Text", Number(found.Total), Date(found.First[0].TrashedUtc + Stay)))
        {
            List = new NoticeList(
                new LocalizedMessage("Mail.Trash.Assets"),
                [.. lines],
                omitted > 0 ? new LocalizedMessage("Mail.Trash.Omitted", Number(omitted)) : null),
        };
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Date(DateTimeOffset instant) => instant.ToString("O", CultureInfo.InvariantCulture);
}
