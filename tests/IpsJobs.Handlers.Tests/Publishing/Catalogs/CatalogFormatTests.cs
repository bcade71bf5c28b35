using System.Globalization;
using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;

namespace IpsJobs.Handlers.Tests.Publishing.Catalogs;

/// <summary>Every kind of catalog file and every type of asset in it: columns and values as documented, whatever names and texts are stored.</summary>
public sealed class CatalogFormatTests : IDisposable
{
    private const string Root = "Größe & Söhne, (1);/";
    private const string RootId = "Gr%C3%B6%C3%9Fe%20&%20S%C3%B6hne%2C%20(1);";
    private const string Images =
        "Id Path MaskPath Size Resolution Anchor Modifier PostModifier Expiration TimeStamp UserData ImageSet AssetType Map Targets";

    private readonly PublishFixture fixture = new(Root);

    public static TheoryData<string, string, string, string> Assets
    {
        get
        {
            var data = new TheoryData<string, string, string, string>();
            Add("catalog/*.images.cat", Images, JobTypes.ImageServingPublish,
                AssetTypes.Image, AssetTypes.PsdTemplate, AssetTypes.Illustrator, AssetTypes.PostScript,
                AssetTypes.Template, AssetTypes.AdjustedView, AssetTypes.LayerView);
            Add("catalog/*.svg.cat", "Id Path Expiration TimeStamp", JobTypes.ImageServingPublish, AssetTypes.Svg);
            Add("catalog/*.static.cat", "Id Path Expiration TimeStamp UserType UserData VideoBitRate VideoSize", JobTypes.ImageServingPublish,
                AssetTypes.Pdf, AssetTypes.Xml, AssetTypes.Xsl, AssetTypes.Css, AssetTypes.Zip, AssetTypes.Aco, AssetTypes.AnimatedGif,
                AssetTypes.InDesign, AssetTypes.Javascript, AssetTypes.Word, AssetTypes.Excel, AssetTypes.PowerPoint, AssetTypes.Rtf);
            Add("catalog/*.icc.cat", "Name ProfilePath", JobTypes.ImageServingPublish, AssetTypes.IccProfile);
            Add("catalog/*.fonts.cat", "Name Bold Italic PsName FontPath MetricsPath", JobTypes.ImageServingPublish, AssetTypes.Font);
            Add("ir/catalog/*.vignettes.cat", "Id Path TimeStamp Expiration Modifier UserData", JobTypes.ImageRenderingPublish,
                AssetTypes.Vignette, AssetTypes.Cabinet, AssetTypes.WindowCovering, AssetTypes.RenderScene);
            Add("ir/catalog/*.materials.cat", "Id Path Resolution Anchor TimeStamp Expiration", JobTypes.ImageRenderingPublish, AssetTypes.RenderSet);
            Add("*/manifest.tsv", Images, JobTypes.ServerDirectoryPublish,
                AssetTypes.Image, AssetTypes.PsdTemplate, AssetTypes.Illustrator, AssetTypes.PostScript, AssetTypes.Svg, AssetTypes.Template);
            return data;

            void Add(string file, string columns, string job, params string[] types)
            {
                foreach (var type in types)
                    data.Add(file, columns, job, type);
            }
        }
    }

    public void Dispose() => fixture.Dispose();

    [Theory]
    [MemberData(nameof(Assets))]
    public async Task Publish_ListsTheAssetsAsDocumented_WhateverTheirNames(string file, string columns, string jobType, string assetType)
    {
        var isMaterial = assetType == AssetTypes.RenderSet;
        var assets = OddNames.All.Select((name, i) => Add(isMaterial ? AssetTypes.Image : assetType, name, i)).ToList();
        if (isMaterial)
            fixture.AddSet(AssetTypes.RenderSet, "Materials", [.. assets]);

        await fixture.RunAsync(jobType, BlockOf(jobType));

        fixture.Jobs.Counters.Should().BeEquivalentTo(new { TotalFile = assets.Count, FileSuccess = assets.Count, FileError = 0 });
        var path = Path.Combine(DirectoryOf(jobType), file.Replace("*", RootId, StringComparison.Ordinal));
        File.ReadAllBytes(path).Should().EndWith("\n"u8.ToArray());
        string.Join(' ', TargetFiles.Header(path)).Should().Be(columns);
        var records = TargetFiles.RecordsIn(path).ToDictionary(r => r[columns.Split(' ')[0]]);
        records.Keys.Should().BeEquivalentTo(assets.Select(a => a.Name));
        foreach (var asset in assets)
            Check(asset, jobType, records[asset.Name]);
    }

    // An incremental publish leaves the main file alone and writes what has changed in a file of the same form.
    [Fact]
    public async Task Publish_ListsChangesAsDocumented_WhenItIsIncremental()
    {
        var assets = OddNames.All.Select((name, i) => Add(AssetTypes.Image, name, i)).ToList();
        await fixture.PublishAsync(PublishTypes.Full);
        var changed = assets.ConvertAll(fixture.ReplaceImage);

        await fixture.PublishAsync(PublishTypes.Incremental);

        var path = Path.Combine(DirectoryOf(JobTypes.ImageServingPublish), "catalog", RootId + ".images.inc.cat");
        string.Join(' ', TargetFiles.Header(path)).Should().Be(Images);
        var records = TargetFiles.RecordsIn(path).ToDictionary(r => r["Id"]);
        records.Should().HaveCount(changed.Count);
        foreach (var asset in changed)
            Check(asset, JobTypes.ImageServingPublish, records[asset.Name]);
    }

    [Theory]
    [InlineData(JobTypes.ImageServingPublish, "catalog")]
    [InlineData(JobTypes.ImageRenderingPublish, "ir/catalog")]
    public async Task Publish_ListsImagePresets_WithoutTheirDollarSigns(string jobType, string folder)
    {
        foreach (var name in OddNames.All)
            fixture.Properties.Add(47, PropertySetTypeNames.ImagePreset, ("name", $"${name}$"), ("definition", "wid=10&text=" + name));

        await fixture.RunAsync(jobType, BlockOf(jobType));

        var path = Path.Combine(DirectoryOf(jobType), folder, RootId + ".macros.cat");
        TargetFiles.Header(path).Should().Equal("Name", "Definition");
        TargetFiles.RecordsIn(path).ToDictionary(r => r["Name"], r => r["Definition"])
            .Should().BeEquivalentTo(OddNames.All.ToDictionary(n => n, n => "wid=10&text=" + n));
    }

    private StoredAsset Add(string type, string name, int number)
    {
        var text = OddNames.All[^(number + 1)];
        return fixture.Change(NewAsset(type, name), a => a with
        {
            Name = name,
            Content = a.Content with
            {
                Type = type,
                Metadata = new Dictionary<string, string> { ["colour"] = text, ["brand"] = name, ["dc:title"] = "for others" },
                Details = a.Content.Details with
                {
                    Anchor = new AnchorPoint(number, 2),
                    UrlModifier = "text=" + text,
                    UrlPostApplyModifier = "qlt=80&text=" + text,
                    ZoomAreas = [new ZoomArea(text, 1, 2, 3, 4, name)],
                },
            },
        });
    }

    private StoredAsset NewAsset(string type, string name) => type switch
    {
        AssetTypes.Image or AssetTypes.PsdTemplate or AssetTypes.Illustrator or AssetTypes.PostScript => fixture.AddImage(name, resolution: 300.25),
        AssetTypes.Template or AssetTypes.AdjustedView or AssetTypes.LayerView => fixture.AddSet(type, name),
        AssetTypes.Font => fixture.AddFile(type, name + ".ttf", "no font that could be read: " + name),
        _ => fixture.AddFile(type, name + ".bin", "content of " + name),
    };

    // What a record says of an asset, by the tables of the documentation; columns that a file lacks are not asked for.
    private void Check(StoredAsset asset, string jobType, Dictionary<string, string> record)
    {
        var (content, details) = (asset.Content, asset.Content.Details);
        var image = content.Optimized;
        var expected = new Dictionary<string, string>
        {
            ["Id"] = asset.Name,
            ["Name"] = asset.Name,
            ["MaskPath"] = "",
            ["Size"] = image is null ? "" : $"{image.Width},{image.Height}",
            ["Resolution"] = image?.Resolution?.ToString(CultureInfo.InvariantCulture) ?? "",
            ["Anchor"] = $"{details.Anchor!.X},2",
            ["Modifier"] = details.UrlModifier,
            ["PostModifier"] = details.UrlPostApplyModifier,
            ["Expiration"] = "",
            ["TimeStamp"] = asset.ModifiedUtc.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            ["UserData"] = $"brand={asset.Name}??colour={content.Metadata["colour"]}",
            ["ImageSet"] = "",
            ["AssetType"] = "",
            ["Map"] = "",
            ["Targets"] = $"Target.1.rect=1,2,3,4??Target.1.label={details.ZoomAreas[0].Name}??Target.1.userData={asset.Name}",
            ["UserType"] = "",
            ["VideoBitRate"] = "",
            ["VideoSize"] = "",
            ["Bold"] = "0",
            ["Italic"] = "0",
            ["PsName"] = "",
            ["MetricsPath"] = "",
        };
        var file = record.Keys.Single(k => k is "Path" or "FontPath" or "ProfilePath");
        record.Where(f => f.Key != file).Should().BeEquivalentTo(expected.Where(f => record.ContainsKey(f.Key)));
        CheckFile(asset, Path.Combine(FilesRoot(asset, jobType), record[file]), record[file]);
    }

    private void CheckFile(StoredAsset asset, string delivered, string path)
    {
        if (asset.Content.FileSize == 0)
        {
            path.Should().BeEmpty("templates, sets and views have no file");
            return;
        }

        var original = fixture.Data.Originals(Root).Resolve(asset.Content.Folder[Root.Length..] + asset.Content.FileName);
        var isOptimized = path.StartsWith("_optimized_/", StringComparison.Ordinal);
        File.ReadAllBytes(delivered).Should().Equal(File.ReadAllBytes(isOptimized ? fixture.OptimizedFileOf(asset) : original));
    }

    private string FilesRoot(StoredAsset asset, string jobType) => Path.Combine(DirectoryOf(jobType), jobType switch
    {
        JobTypes.ImageRenderingPublish => "ir/data/" + RootId,
        JobTypes.ServerDirectoryPublish => RootId,
        _ when asset.Content.Optimized is null && asset.Content.Type is not (AssetTypes.Svg or AssetTypes.IccProfile or AssetTypes.Font) => "static/" + RootId,
        _ => "images/" + RootId,
    });

    private string DirectoryOf(string jobType)
    {
        var type = jobType switch
        {
            JobTypes.ImageRenderingPublish => PublishContextTypes.ImageRendering,
            JobTypes.ServerDirectoryPublish => PublishContextTypes.ServerDirectory,
            _ => PublishContextTypes.ImageServing,
        };
        var context = fixture.Accounts.Contexts.First(c => c.Type == type).ContextId;
        return (fixture.Accounts.Servers.Find(s => s.ContextId == context) ?? fixture.AddServer(type)).Directory;
    }

    private IContractType BlockOf(string jobType)
    {
        DirectoryOf(jobType);
        return jobType switch
        {
            JobTypes.ImageRenderingPublish => new ImageRenderingPublishJob { EmailSetting = EmailSettings.None },
            JobTypes.ServerDirectoryPublish => new ServerDirectoryPublishJob { EmailSetting = EmailSettings.None },
            _ => new ImageServingPublishJob { PublishType = PublishTypes.Full, EmailSetting = EmailSettings.None },
        };
    }
}
