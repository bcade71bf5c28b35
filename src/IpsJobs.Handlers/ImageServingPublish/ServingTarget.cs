using IpsJobs.Handlers.Publishing;
using IpsJobs.Handlers.Publishing.Catalogs;

namespace IpsJobs.Handlers.ImageServingPublish;

/// <summary>One target of an image serving publish: what it gets, and where its catalog lies.</summary>
public sealed class ServingTarget(TargetPlan plan, string companyRoot)
{
    public TargetPlan Plan { get; } = plan;

    public CatalogNames Names { get; } = new(plan.Server.Directory, companyRoot);

    /// <summary>True when a catalog is in force that a server can read.</summary>
    public bool HasCatalog =>
        File.Exists(Names.Attributes) && CatalogReader.HasColumns(Names.FileOf(ServingCatalogs.Images), ServingCatalogs.Images.Columns);

    /// <summary>What the clean-up looks at once the catalog has been replaced; the use is read back from the target, as servers will read it.</summary>
    public IEnumerable<CleanupArea> CleanupAreas() =>
    [
        new(Plan, Names.ImageRoot, () => FilesInUse(k => k != ServingCatalogs.Static)),
        new(Plan, Names.StaticRoot, () => FilesInUse(k => k == ServingCatalogs.Static)),
    ];

    private HashSet<string> FilesInUse(Func<CatalogKind, bool> belongs)
    {
        var kinds = ServingCatalogs.OfAssets.Where(belongs).Select(k => (Kind: k, File: Names.FileOf(k)));
        return kinds
            .SelectMany(k => CatalogReader.Read(k.File, k.Kind.Columns).SelectMany(k.Kind.FilesOf))
            .ToHashSet(StringComparer.Ordinal);
    }
}
