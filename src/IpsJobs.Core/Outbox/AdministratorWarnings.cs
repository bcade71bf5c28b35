using IpsJobs.Core.Accounts;

namespace IpsJobs.Core.Outbox;

/// <summary>Warns those who administer a company.</summary>
public sealed class AdministratorWarnings(IWarnings warnings, CompanyAdministrators administrators)
{
    /// <summary>Queues a mail for each administrator of the company that the notice is about.</summary>
    /// <param name="kind">What it warns of.</param>
    /// <param name="reachUtc">Everything up to this instant is warned of with it.</param>
    /// <param name="notice">What it says.</param>
    /// <param name="cancellationToken">Cancels before the commit.</param>
    /// <returns>How many are told; 0 when an earlier warning reaches as far. Without anybody to tell the warning stays due: an
    /// administrator may be added while there is time.</returns>
    public async Task<int> SendAsync(WarningKind kind, DateTimeOffset reachUtc, Notice notice, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var recipients = await administrators.ListAddressesAsync(notice.CompanyId, cancellationToken);
        return recipients.Count > 0 && await warnings.WarnAsync(new NewWarning(kind, reachUtc, notice, recipients), cancellationToken)
            ? recipients.Count
            : 0;
    }
}
