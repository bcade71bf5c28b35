using IpsJobs.Core.Assets;
using IpsJobs.Handlers.Publishing;
using IpsJobs.Handlers.Publishing.Catalogs;

namespace IpsJobs.Handlers.ImageRenderingPublish;

/// <summary>Where everything of one company lies on a rendering target.</summary>
public sealed class RenderingNames(string targetDirectory, string companyRoot)
{
    private readonly ConfinedRoot target = new(targetDirectory);

    public string RootId { get; } = Publishing.RootId.Of(companyRoot);

    public string Attributes => target.Resolve($"ir/catalog/{RootId}.ini");

    /// <summary>Everything delivered lies below it, and nothing of another company.</summary>
    public string DataRoot => target.Resolve(DataNameOf(RootId));

    /// <summary>Directory of the company's files, below a target.</summary>
    public static string DataNameOf(string rootId) => "ir/data/" + rootId;

    public string NameOf(CatalogKind kind) => $"{RootId}.{kind.Name}.cat";

    public string FileOf(CatalogKind kind) => target.Resolve("ir/catalog/" + NameOf(kind));
}
