using IpsJobs.Core.Assets;

namespace IpsJobs.Handlers.Ingest;

/// <summary>What becomes of a file, with the names it needs reserved until this is disposed.</summary>
/// <param name="Decision">The decision of <see cref="OverwriteRule"/>.</param>
/// <param name="Existing">The asset that holds the name now; null when there is none.</param>
/// <param name="Reservations">Released when the file is committed or given up.</param>
internal sealed record ClaimedPlace(OverwriteDecision Decision, StoredAsset? Existing, IReadOnlyList<IDisposable> Reservations)
    : IDisposable
{
    public void Dispose()
    {
        foreach (var reservation in Reservations)
            reservation.Dispose();
    }
}
