using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Files;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Publishing;
using IpsJobs.Handlers.Publishing.Catalogs;
using PublishContext = IpsJobs.Core.Accounts.PublishContext;

namespace IpsJobs.Handlers.ServerDirectoryPublish;

/// <summary>The list of what lies in a server directory: <c>manifest.tsv</c>, with the columns of images.</summary>
public sealed class DirectoryManifest(PublishSelection selection, IAssetStore assets, DataFolder data)
{
    /// <summary>Name of the file in the directory of the company.</summary>
    public const string FileName = "manifest.tsv";

    private static readonly CatalogKind Kind = new("manifest", keyColumns: 1, CatalogKind.ImageColumns, "Path");

    /// <summary>Writes entries and records of the selected assets into staging.</summary>
    public async Task StageAsync(JobRun run, PublishContext context, PublishList list, CancellationToken cancellationToken)
    {
        var entries = new DirectoryEntries(data, run.Company);
        var members = new SetMembers(assets, entries.Root);
        await using var spool = new Spool<PublishEntry>(list.Entries);
        await using var records = await StagedCatalogs.CreateAsync(list.Directory, [Kind]);
        await foreach (var (asset, _) in selection.ListAsync(run, context, cancellationToken))
        {
            if (entries.Find(asset) is not { } entry)
                continue;
            var set = await members.ColumnsOfAsync(asset, cancellationToken);
            await spool.AddAsync(entry with { Warnings = set.Warnings });
            await records.AddAsync(asset.AssetId, Kind, AssetRecord.Of(asset, Kind, entry, set));
        }
    }

    /// <summary>Replaces the list on one target, by rename.</summary>
    /// <exception cref="IOException">It could not be replaced.</exception>
    /// <exception cref="UnauthorizedAccessException">The same, for want of rights.</exception>
    public static Task ReplaceAsync(JobRun run, TargetPlan plan, Company company, CancellationToken cancellationToken)
    {
        var directory = new ConfinedRoot(plan.Server.Directory).Resolve(RootId.Of(company.RootPath));
        var path = Path.Combine(directory, FileName);
        var records = new CatalogRecords(run.StagingDirectory, Kind, plan.Failed, directory);
        return CatalogFile.ReplaceAsync(path, Kind, records.All(path), cancellationToken);
    }
}
