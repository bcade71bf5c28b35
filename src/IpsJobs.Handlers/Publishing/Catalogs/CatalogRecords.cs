using IpsJobs.Core.Assets;

namespace IpsJobs.Handlers.Publishing.Catalogs;

/// <summary>The records of one kind for one target: those of this publish, and old ones of assets that could not be delivered.</summary>
/// <param name="staging">Directory of the <see cref="StagedCatalogs"/>.</param>
/// <param name="kind">The data file.</param>
/// <param name="failed">Assets whose files could not be brought to the target.</param>
/// <param name="filesRoot">Directory on the target that the paths in records start from.</param>
public sealed class CatalogRecords(string staging, CatalogKind kind, IReadOnlySet<long> failed, string filesRoot)
{
    private readonly ConfinedRoot root = new(filesRoot);

    /// <summary>Keys of the assets that failed; complete once <see cref="Delivered"/> has been read to its end.</summary>
    public HashSet<string> FailedKeys { get; } = [];

    /// <summary>Records of assets whose files lie on the target.</summary>
    public IEnumerable<string[]> Delivered()
    {
        foreach (var (assetId, record) in StagedCatalogs.Read(staging, kind))
            if (!failed.Contains(assetId))
                yield return record;
            else
                FailedKeys.Add(kind.KeyOf(record));
    }

    /// <summary>Old records of failed assets in a file on the target, as long as what they name is still there.</summary>
    /// <remarks>An asset that cannot be renewed stays visible as it was instead of vanishing.</remarks>
    public IReadOnlyList<string[]> Kept(string path)
    {
        if (FailedKeys.Count == 0 || !File.Exists(path))
            return [];
        try
        {
            return [.. CatalogReader.Read(path, kind.Columns).Where(r => FailedKeys.Contains(kind.KeyOf(r)) && FilesExist(r))];
        }
        catch (Exception foreign) when (foreign is CatalogFormatException or PathEscapeException)
        {
            return [];
        }
    }

    /// <summary>All of them: those delivered, then those kept of the files given, in their order; later records win.</summary>
    public IEnumerable<string[]> All(params IEnumerable<string> oldFiles)
    {
        foreach (var record in Delivered())
            yield return record;
        foreach (var record in oldFiles.SelectMany(Kept))
            yield return record;
    }

    private bool FilesExist(string[] record) => kind.FilesOf(record).All(file => File.Exists(root.Resolve(file)));
}
