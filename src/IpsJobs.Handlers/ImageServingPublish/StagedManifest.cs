using System.Globalization;
using IpsJobs.Core.Assets;
using IpsJobs.Handlers.Publishing;
using IpsJobs.Handlers.Publishing.Catalogs;

namespace IpsJobs.Handlers.ImageServingPublish;

/// <summary>The open files of a manifest that is being built.</summary>
public sealed class StagedManifest : IAsyncDisposable
{
    private readonly Spool<ManifestEntry> entries;
    private readonly Spool<SearchWords> search;
    private readonly Dictionary<CatalogKind, (FileStream Stream, CatalogWriter Writer)> records = [];

    private StagedManifest(Manifest manifest)
    {
        entries = new Spool<ManifestEntry>(manifest.Entries);
        search = new Spool<SearchWords>(manifest.Search);
    }

    public static async Task<StagedManifest> CreateAsync(Manifest manifest)
    {
        var staged = new StagedManifest(manifest);
        foreach (var kind in CatalogKind.OfAssets)
        {
            var stream = File.Create(manifest.RecordsOf(kind));
            var writer = await CatalogWriter.StartAsync(stream, [Manifest.AssetColumn, .. kind.Columns]);
            staged.records.Add(kind, (stream, writer));
        }

        return staged;
    }

    public async Task AddAsync(StoredAsset asset, ManifestEntry entry)
    {
        await entries.AddAsync(entry);
        await search.AddAsync(new SearchWords(asset.AssetId, asset.Name, asset.Content.Keywords));
        var id = asset.AssetId.ToString(CultureInfo.InvariantCulture);
        await records[entry.Delivery.Kind].Writer.WriteAsync([id, .. AssetRecord.Of(asset, entry)]);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (stream, writer) in records.Values)
        {
            await writer.DisposeAsync();
            await stream.DisposeAsync();
        }

        await entries.DisposeAsync();
        await search.DisposeAsync();
    }
}
