using IpsJobs.Core.Assets;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Constants;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Finds the place of a file among the assets and holds it until the file is committed.</summary>
public sealed class AssetPlaces(IAssetStore assets, NameReservations reservations, ServerClock clock)
{
    private readonly NameHolds holds = new(reservations, clock);

    /// <summary>What would be decided now, without holding the name: decoding a duplicate would be work for nothing.</summary>
    internal async Task<ClaimedPlace> ExpectAsync(PlaceRequest request, CancellationToken cancellationToken)
    {
        if (request.Part?.Existing is { } own)
            return new ClaimedPlace(ReplacementOf(own), own, []);
        var existing = await FindAsync(request, request.NameSpace, request.Name, cancellationToken);
        return new ClaimedPlace(Decide(request, existing, isTaken: _ => false), existing, []);
    }

    /// <summary>Decides and reserves; null when other files held the name for too long.</summary>
    internal async Task<ClaimedPlace?> ClaimAsync(PlaceRequest request, CancellationToken cancellationToken)
    {
        var held = await holds.TakeAsync(request.Company.CompanyId, request.NameSpace, request.Name, cancellationToken);
        return held is null ? null : await DecideHeldAsync(request, held, cancellationToken);
    }

    private async Task<ClaimedPlace> DecideHeldAsync(PlaceRequest request, IDisposable held, CancellationToken cancellationToken)
    {
        try
        {
            if (request.Part?.Existing is { } own)
                return new ClaimedPlace(ReplacementOf(own), own, [held]);
            var existing = await FindAsync(request, request.NameSpace, request.Name, cancellationToken);
            var taken = new HashSet<string>(StringComparer.Ordinal);
            if (await IsFileHeldAsync(request, request.Name, request.File.FileName, cancellationToken)
                || await IsForeignAsync(request, existing, cancellationToken))
            {
                taken.Add(request.Name);
                existing = null;
            }
            return await DecideAsync(request, held, existing, taken, cancellationToken);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    private async Task<ClaimedPlace> DecideAsync(
        PlaceRequest request, IDisposable held, StoredAsset? existing, HashSet<string> taken, CancellationToken cancellationToken)
    {
        while (true)
        {
            var decision = Decide(request, existing, taken.Contains);
            if (decision is not OverwriteDecision.AddNumbered numbered)
                return new ClaimedPlace(decision, existing, [held]);
            var second = reservations.TryReserve(request.Company.CompanyId, request.NameSpace, numbered.Name);
            if (second is not null && await IsFreeAsync(request, numbered, cancellationToken))
                return new ClaimedPlace(decision, existing, [held, second]);
            second?.Dispose();
            taken.Add(numbered.Name);
        }
    }

    private static OverwriteDecision.Replace ReplacementOf(StoredAsset own) => new(own.AssetId, MoveToFolder: null);

    // Two sources may have parts of one name: the second one's must not take the place of the first one's, nor of what a user brought.
    private async Task<bool> IsForeignAsync(PlaceRequest request, StoredAsset? existing, CancellationToken cancellationToken) =>
        request.Part is { } part
            && existing is not null
            && (await assets.FindGenerationAsync(existing.AssetId, cancellationToken))?.OriginatorId != part.Source.Asset.AssetId;

    private static OverwriteDecision Decide(PlaceRequest request, StoredAsset? existing, Predicate<string> isTaken) =>
        OverwriteRule.Decide(
            request.Overwrite, request.Company.OverwriteMode, request.File, existing is null ? [] : [Seen(existing)], isTaken);

    private static ExistingAsset Seen(StoredAsset asset) =>
        new(asset.AssetId, asset.Content.Folder, asset.Content.FileName, asset.Content.Type, asset.TrashState != TrashStates.NotInTrash);

    private async Task<bool> IsFreeAsync(
        PlaceRequest request, OverwriteDecision.AddNumbered numbered, CancellationToken cancellationToken) =>
        await FindAsync(request, request.NameSpace, numbered.Name, cancellationToken) is null
            && !await IsFileHeldAsync(request, numbered.Name, numbered.FileName, cancellationToken);

    // Both name spaces store their originals in one folder tree: an animated gif must not overwrite a still one of the same name.
    private async Task<bool> IsFileHeldAsync(PlaceRequest request, string name, string fileName, CancellationToken cancellationToken)
    {
        var other = request.NameSpace == NameSpace.Catalog ? NameSpace.Static : NameSpace.Catalog;
        var asset = await FindAsync(request, other, name, cancellationToken);
        return asset is not null && asset.Content.Folder == request.File.Folder && asset.Content.FileName == fileName;
    }

    private Task<StoredAsset?> FindAsync(PlaceRequest request, NameSpace nameSpace, string name, CancellationToken cancellationToken) =>
        assets.FindByNameAsync(request.Company.CompanyId, nameSpace, name, cancellationToken);
}
