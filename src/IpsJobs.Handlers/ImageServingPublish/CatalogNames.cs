using IpsJobs.Core.Assets;
using IpsJobs.Handlers.Publishing;
using IpsJobs.Handlers.Publishing.Catalogs;

namespace IpsJobs.Handlers.ImageServingPublish;

/// <summary>Where everything of one company lies on one target.</summary>
public sealed class CatalogNames(string targetDirectory, string companyRoot)
{
    private readonly ConfinedRoot target = new(targetDirectory);

    public string RootId { get; } = Publishing.RootId.Of(companyRoot);

    public string DefaultAttributes => target.Resolve("catalog/default.ini");

    public string Attributes => InCatalog(RootId + ".ini");

    public string Rules => InCatalog(RulesName);

    public string RulesName => RootId + ".rules.xml";

    /// <summary>Says for which state of the store the catalogs were written; servers do not read it.</summary>
    public string Mark => InCatalog(RootId + ".mark");

    public string Search => InCatalog(RootId + ".search.jsonl");

    /// <summary>Records that came or changed since the main file of images was written.</summary>
    public string IncrementalName => $"{RootId}.{ServingCatalogs.Images.Name}.inc.cat";

    public string Incremental => InCatalog(IncrementalName);

    /// <summary>Everything but static content lies below it, and nothing of another company.</summary>
    public string ImageRoot => target.Resolve(RootNameOf(RootId, ServingCatalogs.Images));

    /// <summary>Static content lies below it, and nothing of another company.</summary>
    public string StaticRoot => target.Resolve(RootNameOf(RootId, ServingCatalogs.Static));

    /// <summary>Directory of a kind's files, below a target.</summary>
    public static string RootNameOf(string rootId, CatalogKind kind) => (kind == ServingCatalogs.Static ? "static/" : "images/") + rootId;

    public string NameOf(CatalogKind kind) => $"{RootId}.{kind.Name}.cat";

    public string FileOf(CatalogKind kind) => InCatalog(NameOf(kind));

    public string RootOf(CatalogKind kind) => kind == ServingCatalogs.Static ? StaticRoot : ImageRoot;

    private string InCatalog(string name) => target.Resolve("catalog/" + name);
}
