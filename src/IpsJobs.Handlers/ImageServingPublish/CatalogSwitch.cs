using System.Text;
using System.Text.Json;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Publishing;
using IpsJobs.Handlers.Publishing.Catalogs;

namespace IpsJobs.Handlers.ImageServingPublish;

/// <summary>Puts the catalog of a publish into force on one target: data files first, the attribute file last.</summary>
/// <remarks>Servers reload when the attribute file changes; whatever fails before leaves the old catalog in force.</remarks>
public sealed class CatalogSwitch(JobRun run, Manifest manifest, string publishType)
{
    private const string EmptyRules = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ruleset/>\n";

    /// <exception cref="IOException">A file could not be replaced.</exception>
    /// <exception cref="UnauthorizedAccessException">The same, for want of rights.</exception>
    public async Task ApplyAsync(TargetPlan plan, CancellationToken cancellationToken)
    {
        var names = plan.Names;
        var hasChanges = await ReplaceImagesAsync(plan, cancellationToken);
        foreach (var kind in CatalogKind.OfAssets.Where(k => k != CatalogKind.Images))
            await ReplaceAllAsync(plan, kind, cancellationToken);
        await ReplaceAsync(names.FileOf(CatalogKind.Macros), CatalogKind.Macros, [], cancellationToken);
        await AtomicFile.ReplaceAsync(names.Rules, s => s.WriteAsync(Encoding.UTF8.GetBytes(EmptyRules), cancellationToken).AsTask());
        if (publishType == PublishTypes.FullWithSearch)
            await AtomicFile.ReplaceAsync(names.Search, stream => WriteSearchAsync(stream, plan, cancellationToken));
        if (!File.Exists(names.DefaultAttributes))
            await AttributeFile.ReplaceAsync(names.DefaultAttributes, [new("RootId", "")]);
        await AttributeFile.ReplaceAsync(names.Attributes, Attributes(names, hasChanges));
    }

    // True when the incremental file holds records that servers have to read.
    private async Task<bool> ReplaceImagesAsync(TargetPlan plan, CancellationToken cancellationToken)
    {
        var names = plan.Names;
        var records = new CatalogRecords(manifest, plan, CatalogKind.Images);
        if (publishType == PublishTypes.Incremental
            && await ImageChanges.TryFindAsync(records, names, manifest.Scratch) is { } changes)
        {
            await AtomicFile.ReplaceWithAsync(names.Incremental, manifest.Scratch, cancellationToken);
            return changes > 0;
        }

        await ReplaceAllAsync(plan, CatalogKind.Images, cancellationToken);
        await ReplaceAsync(names.Incremental, CatalogKind.Images, [], cancellationToken);
        return false;
    }

    private Task ReplaceAllAsync(TargetPlan plan, CatalogKind kind, CancellationToken cancellationToken) =>
        ReplaceAsync(plan.Names.FileOf(kind), kind, AllRecords(plan, kind), cancellationToken);

    private IEnumerable<string[]> AllRecords(TargetPlan plan, CatalogKind kind)
    {
        var records = new CatalogRecords(manifest, plan, kind);
        foreach (var record in records.Delivered())
            yield return record;
        foreach (var record in records.Kept(plan.Names.FileOf(kind)))
            yield return record;
        // Later records replace earlier ones, so that what an incremental publish wrote last wins here too.
        foreach (var record in kind == CatalogKind.Images ? records.Kept(plan.Names.Incremental) : [])
            yield return record;
    }

    private static Task ReplaceAsync(string path, CatalogKind kind, IEnumerable<string[]> records, CancellationToken cancellationToken) =>
        AtomicFile.ReplaceAsync(path, async stream =>
        {
            await using var writer = await CatalogWriter.StartAsync(stream, kind.Columns);
            foreach (var record in records)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await writer.WriteAsync(record);
            }
        });

    private async Task WriteSearchAsync(Stream stream, TargetPlan plan, CancellationToken cancellationToken)
    {
        await foreach (var words in SpoolReader.ReadAsync<SearchWords>(manifest.Search, cancellationToken))
        {
            if (plan.Failed.Contains(words.Id))
                continue;
            await JsonSerializer.SerializeAsync(stream, words, cancellationToken: cancellationToken);
            stream.WriteByte((byte)'\n');
        }
    }

    // RuleSetFile is left out as long as the rule set is empty.
    private IEnumerable<KeyValuePair<string, string>> Attributes(CatalogNames names, bool hasChanges)
    {
        var images = names.NameOf(CatalogKind.Images);
        return
        [
            new("RootId", names.RootId),
            new("RootPath", names.RootId),
            new("StaticContentRootPath", names.RootId),
            new("CatalogFile", hasChanges ? $"{images},{names.IncrementalName}" : images),
            new("SvgCatalogFile", names.NameOf(CatalogKind.Svg)),
            new("StaticContentCatalogFile", names.NameOf(CatalogKind.Static)),
            new("IccProfileMapFile", names.NameOf(CatalogKind.Icc)),
            new("FontMapFile", names.NameOf(CatalogKind.Fonts)),
            new("MacroFile", names.NameOf(CatalogKind.Macros)),
            new("CacheValidationPolicy", "1"),
            new("PublishInfo", run.Instance.InstanceName),
        ];
    }
}
