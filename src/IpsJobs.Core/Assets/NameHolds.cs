using IpsJobs.Core.Configuration;

namespace IpsJobs.Core.Assets;

/// <summary>Takes asset names for the length of a commit, waiting while another upload or edit holds them.</summary>
public sealed class NameHolds(NameReservations reservations, ServerClock clock)
{
    // Whoever holds a name lets it go with the end of a commit. Only a disk that hangs takes longer than this.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Holds the name until the result is disposed; null when others held it for too long.</summary>
    public async Task<IDisposable?> TakeAsync(int companyId, NameSpace nameSpace, string name, CancellationToken cancellationToken)
    {
        var began = clock.Time.GetTimestamp();
        while (true)
        {
            if (reservations.TryReserve(companyId, nameSpace, name) is { } held)
                return held;
            var left = Patience - clock.Time.GetElapsedTime(began);
            if (left <= TimeSpan.Zero || !await IsReleasedAsync(companyId, nameSpace, name, left, cancellationToken))
                return null;
        }
    }

    private async Task<bool> IsReleasedAsync(
        int companyId, NameSpace nameSpace, string name, TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            await reservations.WhenReleasedAsync(companyId, nameSpace, name).WaitAsync(limit, clock.Time, cancellationToken);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
