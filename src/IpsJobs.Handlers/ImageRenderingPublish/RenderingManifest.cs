using IpsJobs.Core.Assets;
using IpsJobs.Core.Files;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Publishing;
using IpsJobs.Handlers.Publishing.Catalogs;
using PublishContext = IpsJobs.Core.Accounts.PublishContext;

namespace IpsJobs.Handlers.ImageRenderingPublish;

/// <summary>Stages the catalog of a rendering publish, and puts it into force on a target.</summary>
public sealed class RenderingManifest(PublishSelection selection, IAssetStore assets, ImagePresets presets, DataFolder data)
{
    /// <summary>Writes entries and records of the selected assets into staging.</summary>
    public async Task StageAsync(JobRun run, PublishContext context, PublishList list, CancellationToken cancellationToken)
    {
        var entries = new RenderingEntries(assets, data, run.Company);
        await using var spool = new Spool<PublishEntry>(list.Entries);
        await using var records = await StagedCatalogs.CreateAsync(list.Directory, RenderingCatalogs.OfAssets);
        await foreach (var (asset, _) in selection.ListAsync(run, context, cancellationToken))
        {
            if (await entries.FindAsync(asset, cancellationToken) is not var (entry, kind))
                continue;
            await spool.AddAsync(entry);
            await records.AddAsync(asset.AssetId, kind, AssetRecord.Of(asset, kind, entry, SetColumns.None));
        }
    }

    /// <summary>Replaces the data files of one target, and the attribute file last: servers reload when it changes.</summary>
    /// <exception cref="IOException">A file could not be replaced.</exception>
    /// <exception cref="UnauthorizedAccessException">The same, for want of rights.</exception>
    public async Task SwitchAsync(JobRun run, TargetPlan plan, CancellationToken cancellationToken)
    {
        var names = new RenderingNames(plan.Server.Directory, run.Company.RootPath);
        foreach (var kind in RenderingCatalogs.OfAssets)
        {
            var records = new CatalogRecords(run.StagingDirectory, kind, plan.Failed, names.DataRoot);
            await CatalogFile.ReplaceAsync(names.FileOf(kind), kind, records.All(names.FileOf(kind)), cancellationToken);
        }

        var macros = (await presets.ListAsync(run.Company.CompanyId, cancellationToken)).Select(p => new[] { p.Key, p.Value });
        await CatalogFile.ReplaceAsync(names.FileOf(CatalogKind.Macros), CatalogKind.Macros, macros, cancellationToken);
        await CatalogFile.ReplaceAsync(names.FileOf(CatalogKind.Icc), CatalogKind.Icc, [], cancellationToken);
        await AttributeFile.ReplaceAsync(names.Attributes, Attributes(run, names));
    }

    /// <summary>What the catalog in force on the target names; everything else below the data directory may go.</summary>
    public static CleanupArea CleanupOf(JobRun run, TargetPlan plan)
    {
        var names = new RenderingNames(plan.Server.Directory, run.Company.RootPath);
        return new CleanupArea(plan, names.DataRoot, () => RenderingCatalogs.OfAssets
            .SelectMany(kind => CatalogReader.Read(names.FileOf(kind), kind.Columns).SelectMany(kind.FilesOf))
            .ToHashSet(StringComparer.Ordinal));
    }

    private static IEnumerable<KeyValuePair<string, string>> Attributes(JobRun run, RenderingNames names) =>
    [
        new("RootId", names.RootId),
        new("RootPath", names.RootId),
        new("VignetteMapFile", names.NameOf(RenderingCatalogs.Vignettes)),
        new("CatalogFile", names.NameOf(RenderingCatalogs.Materials)),
        new("MacroFile", names.NameOf(CatalogKind.Macros)),
        new("IccProfileMapFile", names.NameOf(CatalogKind.Icc)),
        new("PublishInfo", run.Instance.InstanceName),
    ];
}
