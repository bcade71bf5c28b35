using System.Globalization;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Hosting;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Core.Outbox;
using Microsoft.Extensions.Logging;

namespace IpsJobs.Notifications.Warnings;

/// <summary>Warns the administrators of a company when the free disk space falls below what its settings ask for: once, until
/// there has been enough again.</summary>
public sealed class DiskSpaceWatch(
    DiskReserve disk,
    IAccountDirectory accounts,
    AdministratorWarnings administrators,
    IWarnings warnings,
    ServerClock clock,
    ILogger<DiskSpaceWatch> logger) : RegularWatch(clock, Round)
{
    /// <summary>Time between two looks.</summary>
    public static readonly TimeSpan Round = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public override async Task LookAsync(CancellationToken cancellationToken)
    {
        var free = disk.FreeKilobytes;
        foreach (var company in await accounts.ListCompaniesAsync(cancellationToken))
        {
            if (!company.IsExpired(Clock.UtcNow))
                await LookAsync(company, free, cancellationToken);
        }
    }

    /// <inheritdoc/>
    protected override void Report(Exception failure) => logger.LogError(failure, "The free disk space could not be looked at");

    private async Task LookAsync(Company company, long free, CancellationToken cancellationToken)
    {
        var isWarned = await warnings.FindReachAsync(company.CompanyId, WarningKind.DiskSpace, cancellationToken) is not null;
        var isLow = free < company.DiskSpaceWarningMin;
        if (isLow && !isWarned)
            await WarnAsync(company, free, cancellationToken);
        else if (isWarned && !isLow)
            await warnings.ForgetAsync(company.CompanyId, WarningKind.DiskSpace, cancellationToken);
    }

    private async Task WarnAsync(Company company, long free, CancellationToken cancellationToken)
    {
        var notice = new Notice(
            company.CompanyId,
            company.Name,
            new LocalizedMessage("Mail.Disk.Heading"),
            new LocalizedMessage("Mail.Disk.Text", Text(free), Text(company.DiskSpaceWarningMin), Text(DiskReserve.ReserveOf(company))));
        if (await administrators.SendAsync(WarningKind.DiskSpace, DateTimeOffset.MaxValue, notice, cancellationToken) == 0)
            return;
        logger.LogWarning(
            "{Free} KB of disk space are left, less than the {Wanted} KB that company {CompanyId} asks for", free, company.DiskSpaceWarningMin, company.CompanyId);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
