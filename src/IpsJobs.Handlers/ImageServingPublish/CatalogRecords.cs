using System.Globalization;
using IpsJobs.Core.Assets;
using IpsJobs.Handlers.Publishing.Catalogs;

namespace IpsJobs.Handlers.ImageServingPublish;

/// <summary>The records of one kind for one target: those of this publish, and old ones of assets that could not be delivered.</summary>
public sealed class CatalogRecords(Manifest manifest, TargetPlan plan, CatalogKind kind)
{
    /// <summary>Keys of the assets that failed; complete once <see cref="Delivered"/> has been read to its end.</summary>
    public HashSet<string> FailedKeys { get; } = [];

    /// <summary>Records of assets whose file lies on the target.</summary>
    public IEnumerable<string[]> Delivered()
    {
        foreach (var staged in CatalogReader.Read(manifest.RecordsOf(kind), [Manifest.AssetColumn, .. kind.Columns]))
        {
            var record = staged[1..];
            if (!plan.Failed.Contains(long.Parse(staged[0], CultureInfo.InvariantCulture)))
                yield return record;
            else
                FailedKeys.Add(kind.KeyOf(record));
        }
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

    private bool FilesExist(string[] record) => kind.FilesOf(record).All(file => File.Exists(plan.Names.Resolve(kind, file)));
}
