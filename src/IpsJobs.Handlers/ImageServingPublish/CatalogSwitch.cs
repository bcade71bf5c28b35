using System.Text;
using System.Text.Json;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Publishing;
using IpsJobs.Handlers.Publishing.Catalogs;

namespace IpsJobs.Handlers.ImageServingPublish;

/// <summary>Puts the catalog of a publish into force on one target: data files first, the attribute file last.</summary>
/// <remarks>Servers reload when the attribute file changes; whatever fails before leaves the old catalog in force.</remarks>
public sealed class CatalogSwitch(JobRun run, string publishType, IReadOnlyDictionary<string, string> presets)
{
    private string Scratch => Path.Combine(run.StagingDirectory, "scratch.cat");

    private const string EmptyRules = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ruleset/>\n";

    /// <exception cref="IOException">A file could not be replaced.</exception>
    /// <exception cref="UnauthorizedAccessException">The same, for want of rights.</exception>
    public async Task ApplyAsync(ServingTarget target, CancellationToken cancellationToken)
    {
        var names = target.Names;
        var hasChanges = await ReplaceImagesAsync(target, cancellationToken);
        foreach (var kind in ServingCatalogs.OfAssets.Where(k => k != ServingCatalogs.Images))
            await ReplaceAllAsync(target, kind, cancellationToken);
        await CatalogFile.ReplaceAsync(names.FileOf(CatalogKind.Macros), CatalogKind.Macros, presets.Select(p => new[] { p.Key, p.Value }), cancellationToken);
        await AtomicFile.ReplaceAsync(names.Rules, s => s.WriteAsync(Encoding.UTF8.GetBytes(EmptyRules), cancellationToken).AsTask());
        if (publishType == PublishTypes.FullWithSearch)
            await AtomicFile.ReplaceAsync(names.Search, stream => WriteSearchAsync(stream, target, cancellationToken));
        if (!File.Exists(names.DefaultAttributes))
            await AttributeFile.ReplaceAsync(names.DefaultAttributes, [new("RootId", "")]);
        await AttributeFile.ReplaceAsync(names.Attributes, Attributes(names, hasChanges));
    }

    // True when the incremental file holds records that servers have to read.
    private async Task<bool> ReplaceImagesAsync(ServingTarget target, CancellationToken cancellationToken)
    {
        var names = target.Names;
        var records = RecordsOf(target, ServingCatalogs.Images);
        if (publishType == PublishTypes.Incremental
            && await ImageChanges.TryFindAsync(records, names, Scratch) is { } changes)
        {
            await AtomicFile.ReplaceWithAsync(names.Incremental, Scratch, cancellationToken);
            return changes > 0;
        }

        await ReplaceAllAsync(target, ServingCatalogs.Images, cancellationToken);
        await CatalogFile.ReplaceAsync(names.Incremental, ServingCatalogs.Images, [], cancellationToken);
        return false;
    }

    // Later records replace earlier ones, so that what an incremental publish wrote last wins.
    private Task ReplaceAllAsync(ServingTarget target, CatalogKind kind, CancellationToken cancellationToken)
    {
        var path = target.Names.FileOf(kind);
        IEnumerable<string> old = kind == ServingCatalogs.Images ? [path, target.Names.Incremental] : [path];
        return CatalogFile.ReplaceAsync(path, kind, RecordsOf(target, kind).All(old), cancellationToken);
    }

    private CatalogRecords RecordsOf(ServingTarget target, CatalogKind kind) =>
        new(run.StagingDirectory, kind, target.Plan.Failed, target.Names.RootOf(kind));

    private async Task WriteSearchAsync(Stream stream, ServingTarget target, CancellationToken cancellationToken)
    {
        await foreach (var words in SpoolReader.ReadAsync<SearchWords>(SearchWords.StagedIn(run.StagingDirectory), cancellationToken))
        {
            if (target.Plan.Failed.Contains(words.Id))
                continue;
            await JsonSerializer.SerializeAsync(stream, words, cancellationToken: cancellationToken);
            stream.WriteByte((byte)'\n');
        }
    }

    // RuleSetFile is left out as long as the rule set is empty.
    private IEnumerable<KeyValuePair<string, string>> Attributes(CatalogNames names, bool hasChanges)
    {
        var images = names.NameOf(ServingCatalogs.Images);
        return
        [
            new("RootId", names.RootId),
            new("RootPath", names.RootId),
            new("StaticContentRootPath", names.RootId),
            new("CatalogFile", hasChanges ? $"{images},{names.IncrementalName}" : images),
            new("SvgCatalogFile", names.NameOf(ServingCatalogs.Svg)),
            new("StaticContentCatalogFile", names.NameOf(ServingCatalogs.Static)),
            new("IccProfileMapFile", names.NameOf(CatalogKind.Icc)),
            new("FontMapFile", names.NameOf(ServingCatalogs.Fonts)),
            new("MacroFile", names.NameOf(CatalogKind.Macros)),
            new("CacheValidationPolicy", "1"),
            new("PublishInfo", run.Instance.InstanceName),
        ];
    }
}
