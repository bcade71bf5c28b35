using System.Xml.Linq;
using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Files;
using IpsJobs.Core.Properties;

namespace IpsJobs.Server.Demo;

/// <summary>A job of every type that the demo has not shown already, in an order in which each finds what it needs.</summary>
/// <param name="services">The server, to look up handles and to prepare what no job can make.</param>
/// <param name="companyId">The sample company.</param>
/// <param name="companyRoot">Its root path.</param>
internal sealed class DemoJobs(IServiceProvider services, int companyId, string companyRoot)
{
    private const string DirectoryName = "spring";
    private static readonly XNamespace Api = ContractVersion.Latest.Namespace;
    private static readonly string[] Sides = ["left", "right", "top", "bottom"];
    private readonly IAssetStore assets = services.GetRequiredService<IAssetStore>();
    private readonly DataFolder data = services.GetRequiredService<DataFolder>();

    public IReadOnlyList<DemoJob> All =>
    [
        new("uploadDirectoryJob", UploadDirectoryAsync),
        new("automatedSetGenerationJob", SetsAsync) { Made = new DemoSets(assets, companyId).DescribeAsync },
        new("optimizeImagesJob", OptimizeAsync),
        new("reprocessAssetsJob", ReprocessAsync),
        new("ripPdfsJob", RipAsync) { Needs = ["pdfinfo", "pdffonts", "pdftoppm"] },
        new("createVideoSitemapJob", SitemapAsync),
        new("imageRenderingPublishJob", PublishAsync),
        new("videoPublishJob", PublishAsync),
        new("serverDirectoryPublishJob", PublishAsync),
        new("metadataPublishJob", _ => Fields()),
        new("exportJob", ExportAsync),
    ];

    private async Task<IReadOnlyList<XElement>> UploadDirectoryAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(data.Incoming(companyRoot).Resolve(DirectoryName));
        foreach (var (name, bytes) in SamplePictures.Small())
        {
            var path = Path.Combine(folder.FullName, name);
            await File.WriteAllBytesAsync(path, bytes, cancellationToken);
            // A file that has just been written is left for the next run.
            File.SetLastWriteTimeUtc(path, File.GetLastWriteTimeUtc(path) - TimeSpan.FromMinutes(1));
        }

        return await Fields(
            ("serverDir", DirectoryName), ("destFolder", "Spring/"), ("includeSubfolders", true), ("overwrite", true),
            ("readyForPublish", true), ("processMetadataFiles", false), ("createMask", false), ("emailSetting", EmailSettings.None));
    }

    private async Task<IReadOnlyList<XElement>> SetsAsync(CancellationToken cancellationToken)
    {
        var preset = await PropertiesAsync(
            PropertySetTypeNames.BatchSetPreset,
            new Dictionary<string, string>
            {
                ["name"] = "Views", ["active"] = "true", ["setType"] = AssetTypes.ImageSet, ["match"] = @"(\w+)_\d+", ["suffix"] = "_views",
            },
            cancellationToken);
        var views = SamplePictures.Small().Select(p => (NameSpace.Catalog, AssetNaming.BaseName(p.Name))).ToArray();
        return
        [
            await HandlesAsync("assetHandleArray", cancellationToken, views),
            new XElement(Api + "destFolder", "Sets/"),
            new XElement(Api + "readyForPublish", true),
            new XElement(Api + "autoSetCreationOptions", new XElement(Api + "autoSetsArray", new XElement(Api + "items", preset.Handle.ToString()))),
            new XElement(Api + "emailSetting", EmailSettings.None),
        ];
    }

    private async Task<IReadOnlyList<XElement>> OptimizeAsync(CancellationToken cancellationToken)
    {
        // The job looks for pictures whose optimised file is missing.
        var picture = await FindAsync(NameSpace.Catalog, "waves", cancellationToken);
        File.Delete(data.Optimized(companyRoot).Resolve(picture.Content.Optimized!.Path));
        return await Fields(("emailSetting", EmailSettings.None));
    }

    private async Task<IReadOnlyList<XElement>> ReprocessAsync(CancellationToken cancellationToken)
    {
        var crop = Sides.Select(side => new XElement(Api + side, 100));
        return
        [
            await HandlesAsync("assetHandleArray", cancellationToken, (NameSpace.Catalog, "sunrise")),
            new XElement(Api + "createMask", false),
            new XElement(Api + "manualCropOptions", crop),
            new XElement(Api + "emailSetting", EmailSettings.None),
        ];
    }

    private async Task<IReadOnlyList<XElement>> RipAsync(CancellationToken cancellationToken) =>
    [
        await HandlesAsync("pdfHandleArray", cancellationToken, (NameSpace.Static, "brochure")),
        new XElement(Api + "createMask", false),
        new XElement(Api + "pdfOptions", new XElement(Api + "process", PdfProcesses.Rasterize), new XElement(Api + "resolution", 100)),
        new XElement(Api + "emailSetting", EmailSettings.None),
    ];

    private async Task<IReadOnlyList<XElement>> SitemapAsync(CancellationToken cancellationToken)
    {
        await PropertiesAsync(
            PropertySetTypeNames.VideoSeoSettings,
            new Dictionary<string, string>
            {
                ["generationMode"] = "Both", ["runMode"] = "Manual", ["videoServerUrl"] = "https://videos.example.com/",
                ["title"] = "A video of the demo", ["description"] = "Shows a test card", ["landingPage"] = "https://www.example.com/",
                ["allowPartialGeneration"] = "true",
            },
            cancellationToken);
        return await Fields(("forceUpdate", true));
    }

    // A demo on the folder of an earlier one finds its settings there.
    private async Task<PropertySet> PropertiesAsync(string type, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        var sets = services.GetRequiredService<IPropertySets>();
        return await sets.ListAsync(companyId, type, cancellationToken) is [var known, ..]
            ? known
            : await sets.AddAsync(new PropertySet(0, companyId, type, values), cancellationToken);
    }

    private static Task<IReadOnlyList<XElement>> PublishAsync(CancellationToken cancellationToken) => Fields(("emailSetting", EmailSettings.None));

    private async Task<IReadOnlyList<XElement>> ExportAsync(CancellationToken cancellationToken) =>
    [
        await HandlesAsync("assetHandleArray", cancellationToken, (NameSpace.Catalog, "sunrise"), (NameSpace.Static, "brochure")),
        new XElement(Api + "fmt", ExportFormats.Orig),
        new XElement(Api + "emailSetting", EmailSettings.None),
    ];

    private async Task<XElement> HandlesAsync(
        string element, CancellationToken cancellationToken, params (NameSpace NameSpace, string Name)[] names)
    {
        var array = new XElement(Api + element);
        foreach (var (nameSpace, name) in names)
            array.Add(new XElement(Api + "items", (await FindAsync(nameSpace, name, cancellationToken)).Handle.ToString()));
        return array;
    }

    private async Task<StoredAsset> FindAsync(NameSpace nameSpace, string name, CancellationToken cancellationToken) =>
        await assets.FindByNameAsync(companyId, nameSpace, name, cancellationToken)
        ?? throw new InvalidOperationException($"An earlier job should have made the asset '{name}'");

    private static Task<IReadOnlyList<XElement>> Fields(params (string Name, object Value)[] fields) => Task.FromResult<IReadOnlyList<XElement>>(
        [.. fields.Select(f => new XElement(Api + f.Name, f.Value))]);
}
