using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Handlers.Ingest;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Handlers.Documents;

/// <summary>Registers what uploads make of documents.</summary>
public static class DocumentServices
{
    private static readonly string[] Types = [AssetTypes.Pdf, AssetTypes.PostScript, AssetTypes.Illustrator];

    /// <summary>Adds the drawing of PDF, PostScript and Illustrator files to all kinds of uploads.</summary>
    public static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        services.AddOptions<DocumentOptions>()
            .BindConfiguration(DocumentOptions.Section)
            .Validate(o => o.MaxPages > 0, "Documents:MaxPages must be above 0")
            .ValidateOnStart();
        foreach (var type in Types)
            services.AddSingleton<IPictureRenderer>(p => ActivatorUtilities.CreateInstance<DocumentRenderer>(p, type));
        return services.AddSingleton<PageMaps>().AddSingleton<IByproductMaker, PageMaker>();
    }
}
