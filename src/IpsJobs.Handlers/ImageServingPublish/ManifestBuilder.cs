using IpsJobs.Core.Assets;
using IpsJobs.Core.Files;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Publishing;
using IpsJobs.Handlers.Publishing.Catalogs;
using PublishContext = IpsJobs.Core.Accounts.PublishContext;

namespace IpsJobs.Handlers.ImageServingPublish;

/// <summary>Writes what all targets need into staging: the entries of the selected assets, their records and their words.</summary>
public sealed class ManifestBuilder(PublishSelection selection, IAssetStore assets, DataFolder data)
{
    /// <summary>Builds anew what an interrupted run may have left half done.</summary>
    /// <exception cref="JobStoppedException">A stop was found on the way; no target has changed.</exception>
    /// <returns>True when only marked assets were selected and none lacks a member or names an asset besides its members: then the marks of the assets tell the whole state.</returns>
    public async Task<bool> BuildAsync(
        JobRun run, PublishContext context, PublishList list, bool withWords, CancellationToken cancellationToken)
    {
        var entries = new ManifestEntries(data, run.Company);
        var members = new SetMembers(assets, RootId.Of(run.Company.RootPath));
        await using var spool = new Spool<PublishEntry>(list.Entries);
        await using var words = new Spool<SearchWords>(SearchWords.StagedIn(list.Directory));
        await using var records = await StagedCatalogs.CreateAsync(list.Directory, ServingCatalogs.OfAssets);
        var isPlain = true;
        await foreach (var (asset, isMarked) in selection.ListAsync(run, context, cancellationToken))
        {
            isPlain &= isMarked;
            if (AssetDelivery.Find(asset.Content.Type) is not { } delivery)
                continue;
            var set = await members.ColumnsOfAsync(asset, cancellationToken);
            isPlain &= set.Warnings.Count == 0 && !set.NamesOthers;
            var entry = entries.Of(asset, delivery) with { Warnings = set.Warnings };
            await spool.AddAsync(entry);
            await records.AddAsync(asset.AssetId, delivery.Kind, AssetRecord.Of(asset, delivery.Kind, entry, set));
            if (withWords)
                await words.AddAsync(await WordsOfAsync(asset, cancellationToken));
        }

        return isPlain;
    }

    private async Task<SearchWords> WordsOfAsync(StoredAsset asset, CancellationToken cancellationToken) =>
        new(asset.AssetId, asset.Name, asset.Content.Keywords, await assets.FindWordsAsync(asset.AssetId, cancellationToken) ?? "");
}
