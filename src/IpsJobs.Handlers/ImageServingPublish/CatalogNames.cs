using IpsJobs.Core.Assets;
using IpsJobs.Handlers.Publishing;

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

    public string Search => InCatalog(RootId + ".search.jsonl");

    /// <summary>Records that came or changed since the main file of images was written.</summary>
    public string IncrementalName => $"{RootId}.{CatalogKind.Images.Name}.inc.cat";

    public string Incremental => InCatalog(IncrementalName);

    /// <summary>Everything but static content lies below it, and nothing of another company.</summary>
    public string ImageRoot => target.Resolve($"images/{RootId}");

    /// <summary>Static content lies below it, and nothing of another company.</summary>
    public string StaticRoot => target.Resolve($"static/{RootId}");

    public string NameOf(CatalogKind kind) => $"{RootId}.{kind.Name}.cat";

    public string FileOf(CatalogKind kind) => InCatalog(NameOf(kind));

    public string RootOf(CatalogKind kind) => kind == CatalogKind.Static ? StaticRoot : ImageRoot;

    /// <summary>Absolute path of a delivered file.</summary>
    /// <exception cref="PathEscapeException">The path leaves the root of its kind.</exception>
    public string Resolve(CatalogKind kind, string path) => new ConfinedRoot(RootOf(kind)).Resolve(path);

    private string InCatalog(string name) => target.Resolve("catalog/" + name);
}
