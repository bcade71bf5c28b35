using System.IO.Compression;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Assets.Folders;
using IpsJobs.Core.Assets.Search;
using IpsJobs.Core.Constants;
using IpsJobs.Soap.Tests.Fakes;
using IpsJobs.Soap.Tests.Hosting;

namespace IpsJobs.Soap.Tests.Operations.Assets;

/// <summary>What assets have to do with each other, with folders and with publish contexts.</summary>
public sealed class AssetRelationTests : IClassFixture<SoapHost>
{
    private const long SetId = 885300;
    private const long ZipId = 885301;

    private readonly SoapHost host;

    public AssetRelationTests(SoapHost host)
    {
        this.host = host;
        host.Assets.Assets.Clear();
        host.Assets.Assets.AddRange([With(SampleAssets.Image(), SampleAssets.PdfId), SampleAssets.Pdf(), SampleAssets.Foreign(), Set(), Zip()]);
        host.FolderPaths.Paths.Clear();
        host.FolderPaths.Dated.Clear();
        host.FolderPaths.Paths.AddRange(["SampleCompany/", "SampleCompany/a/", "SampleCompany/a/b/", "SampleCompany/c/"]);
        host.PublishStates.Marks.Clear();
        host.PublishStates.Deliveries.Clear();
        host.Accounts.Contexts.Clear();
        host.Accounts.Servers.Clear();
        host.Accounts.Contexts.AddRange(
        [
            new PublishContext(3001, 47, "ImageRendering", PublishContextTypes.ImageRendering, PublishAll: false),
            new PublishContext(3002, 47, "ImageServing", PublishContextTypes.ImageServing, PublishAll: false),
            new PublishContext(3003, 21, "ImageServing", PublishContextTypes.ImageServing, PublishAll: false),
        ]);
        host.Accounts.Servers.AddRange(
        [
            new PublishServer(1, 3001, "off", "/off", IsActive: false),
            new PublishServer(2, 3002, "on", "/on", IsActive: true),
        ]);
    }

    [Fact]
    public async Task GetFolders_ListsTheFolderAndAllBelow()
    {
        var reply = await CallAsync("getFolders", "");

        reply.Body.BeXml("2014-04-03", """
            <getFoldersReturn><folderArray>
              <items><folderHandle>f|SampleCompany/</folderHandle><path>SampleCompany/</path><hasSubfolders>true</hasSubfolders></items>
              <items><folderHandle>f|SampleCompany/a/</folderHandle><path>SampleCompany/a/</path><hasSubfolders>true</hasSubfolders></items>
              <items><folderHandle>f|SampleCompany/a/b/</folderHandle><path>SampleCompany/a/b/</path><hasSubfolders>false</hasSubfolders></items>
              <items><folderHandle>f|SampleCompany/c/</folderHandle><path>SampleCompany/c/</path><hasSubfolders>false</hasSubfolders></items>
            </folderArray></getFoldersReturn>
            """);
    }

    [Theory]
    [InlineData(
        "2014-04-03",
        "<items><folderHandle>f|SampleCompany/a/</folderHandle><path>SampleCompany/a/</path><lastModified>2026-05-01T03:00:00.000-07:00</lastModified>"
        + "<childLastModified>2026-05-04T01:30:00.000-07:00</childLastModified><hasSubfolders>true</hasSubfolders></items>"
        + "<items><folderHandle>f|SampleCompany/a/b/</folderHandle><path>SampleCompany/a/b/</path><childLastModified>2026-05-04T01:30:00.000-07:00</childLastModified>"
        + "<hasSubfolders>false</hasSubfolders></items>")]
    [InlineData(
        "",
        "<items><folderHandle>SampleCompany/a/</folderHandle><path>SampleCompany/a/</path><hasSubfolders>true</hasSubfolders></items>"
        + "<items><folderHandle>SampleCompany/a/b/</folderHandle><path>SampleCompany/a/b/</path><hasSubfolders>false</hasSubfolders></items>")]
    public async Task GetFolders_TellsWhenFoldersChanged_WhereTheVersionHasIt(string version, string items)
    {
        var made = new DateTimeOffset(2026, 5, 1, 10, 0, 0, TimeSpan.Zero);
        var changed = new DateTimeOffset(2026, 5, 4, 8, 30, 0, TimeSpan.Zero);
        host.FolderPaths.Dated["SampleCompany/a/"] = new StoredFolder("SampleCompany/a/", made, made);
        host.FolderPaths.Dated["SampleCompany/a/b/"] = new StoredFolder("SampleCompany/a/b/", ContentUtc: changed);
        var company = version.Length == 0 ? "47" : "c|47";

        var reply = await host.CallAsync(
            $"<getFoldersParam><companyHandle>{company}</companyHandle><folderPath>a</folderPath></getFoldersParam>", version);

        reply.Body.BeXml(version, $"<getFoldersReturn><folderArray>{items}</folderArray></getFoldersReturn>");
    }

    [Theory]
    [InlineData("<folderPath>a</folderPath>", "SampleCompany/a/,SampleCompany/a/b/")]
    [InlineData("<folderPath>f|SampleCompany/a/b/</folderPath>", "SampleCompany/a/b/")]
    [InlineData("<assetTypeArray><items>Image</items></assetTypeArray>", "SampleCompany/a/b/")]
    [InlineData("<assetTypeArray><items>Font</items></assetTypeArray>", "")]
    public async Task GetFolders_Filters(string fields, string expected) =>
        Texts(await CallAsync("getFolders", fields), "path").Should().Equal(expected.Split(',', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public async Task GetFolders_TellsTheRoot_WhenTheCompanyHasNothingYet()
    {
        host.FolderPaths.Paths.Clear();

        Texts(await CallAsync("getFolders", ""), "path").Should().Equal("SampleCompany/");
    }

    [Theory]
    [InlineData("<folderPath>nowhere</folderPath>")]
    [InlineData("<folderPath>../OtherCompany</folderPath>")]
    public async Task GetFolders_Refuses_WhatIsNoFolder(string fields) =>
        (await CallAsync("getFolders", fields)).FaultCode.Should().Be(30001);

    [Fact]
    public async Task GetFolderTree_NestsFolders_InTheFormOfTheVersion()
    {
        var reply = await host.CallAsync("<getFolderTreeParam><companyHandle>47</companyHandle><depth>-1</depth></getFolderTreeParam>", "");

        reply.Body.BeXml("", """
            <getFolderTreeReturn><folders>
              <folderHandle>SampleCompany/</folderHandle><path>SampleCompany/</path><hasSubfolders>true</hasSubfolders><subfolderArray>
                <items><folderHandle>SampleCompany/a/</folderHandle><path>SampleCompany/a/</path><hasSubfolders>true</hasSubfolders><subfolderArray>
                  <items><folderHandle>SampleCompany/a/b/</folderHandle><path>SampleCompany/a/b/</path><hasSubfolders>false</hasSubfolders></items>
                </subfolderArray></items>
                <items><folderHandle>SampleCompany/c/</folderHandle><path>SampleCompany/c/</path><hasSubfolders>false</hasSubfolders></items>
              </subfolderArray></folders></getFolderTreeReturn>
            """);
    }

    [Theory]
    [InlineData("<depth>0</depth>", "SampleCompany/")]
    [InlineData("<depth>1</depth>", "SampleCompany/,SampleCompany/a/,SampleCompany/c/")]
    [InlineData("<folderPath>a</folderPath><depth>1</depth>", "SampleCompany/a/,SampleCompany/a/b/")]
    [InlineData("<depth>5</depth><assetTypeArray><items>Image</items></assetTypeArray>", "SampleCompany/,SampleCompany/a/,SampleCompany/a/b/")]
    [InlineData("<depth>5</depth><excludeFieldArray><items>folders/subfolderArray/items/subfolderArray</items></excludeFieldArray>", "SampleCompany/,SampleCompany/a/,SampleCompany/c/")]
    public async Task GetFolderTree_GoesAsDeepAsAsked(string fields, string expected) =>
        Texts(await CallAsync("getFolderTree", fields), "path").Should().Equal(expected.Split(','));

    [Fact]
    public async Task GetAssetCounts_CountsByType() =>
        (await CallAsync("getAssetCounts", "")).Body.BeXml("2014-04-03", """
            <getAssetCountsReturn><countArray>
              <items><assetType>Image</assetType><count>1</count></items><items><assetType>ImageSet</assetType><count>1</count></items>
              <items><assetType>Pdf</assetType><count>1</count></items><items><assetType>Zip</assetType><count>1</count></items>
            </countArray></getAssetCountsReturn>
            """);

    [Fact]
    public async Task CheckAssetNames_TellsWhichAreInUse() =>
        (await CallAsync("checkAssetNames", "<assetNameArray><items>free</items><items>shoe</items><items>set</items></assetNameArray>"))
            .Body.BeXml("2014-04-03", """
            <checkAssetNamesReturn><inUseNameArray><items>shoe</items><items>set</items></inUseNameArray></checkAssetNamesReturn>
            """);

    [Fact]
    public async Task GetOriginalFilePaths_AnswersEveryHandle() =>
        (await CallAsync("getOriginalFilePaths", "<assetHandleArray><items>a|885290</items><items>a|885289</items><items>a|885300</items></assetHandleArray>"))
            .Body.BeXml("2014-04-03", """
            <getOriginalFilePathsReturn><originalFileArray>
              <items>SampleCompany/shoe.pdf</items><items>SampleCompany/a/b/shoe.jpg</items><items></items>
            </originalFileArray></getOriginalFilePathsReturn>
            """);

    [Fact]
    public async Task GetGenerationInfo_TellsWhatWasMadeAndFromWhat()
    {
        var made = await CallAsync("getGenerationInfo", "<engine>PostScriptRip</engine><originatorHandle>a|885290</originatorHandle>");
        var maker = await CallAsync("getGenerationInfo", "<generatedHandle>a|885289</generatedHandle>");

        var expected = $"""
            <getGenerationInfoReturn><generationArray><items><engine>PostScriptRip</engine>
              <originator>{SampleAssets.PdfXml}</originator><generated>{SampleAssets.ImageXml}</generated>
              <attributeArray><items><name>page</name><value>1</value></items></attributeArray>
            </items></generationArray></getGenerationInfoReturn>
            """;
        made.Body.BeXml("2014-04-03", expected);
        maker.Body.BeXml("2014-04-03", expected);
    }

    [Theory]
    [InlineData("<engine>Aco</engine><originatorHandle>a|885290</originatorHandle>", null)]
    [InlineData("<generatedHandle>a|885290</generatedHandle>", null)]
    [InlineData("<engine>Steam</engine><originatorHandle>a|885290</originatorHandle>", 30001)]
    [InlineData("", 30002)]
    public async Task GetGenerationInfo_IsEmptyOrRefused(string fields, int? code)
    {
        var reply = await CallAsync("getGenerationInfo", fields);

        reply.FaultCode.Should().Be(code);
        Texts(reply, "engine").Should().BeEmpty();
    }

    [Fact]
    public async Task GetAssociatedAssets_ShowsSetsMembersAndOrigin()
    {
        const string Fields = """
            <responseFieldArray><items>containerArray/items/name</items><items>memberArray/items/name</items><items>derivedArray/items/name</items>
            <items>generatorArray/items/engine</items><items>generatedArray/items/generated/name</items></responseFieldArray>
            """;

        (await CallAsync("getAssociatedAssets", "<assetHandle>a|885289</assetHandle>" + Fields)).Body.BeXml("2014-04-03", """
            <getAssociatedAssetsReturn><containerArray><items><name>set</name></items></containerArray><memberArray/>
              <derivedArray><items><name>shoe</name></items></derivedArray>
              <generatorArray><items><engine>PostScriptRip</engine></items></generatorArray><generatedArray/></getAssociatedAssetsReturn>
            """);
        (await CallAsync("getAssociatedAssets", "<assetHandle>a|885300</assetHandle>" + Fields)).Body.BeXml("2014-04-03", """
            <getAssociatedAssetsReturn><containerArray/><memberArray><items><name>shoe</name></items><items><name>shoe</name></items></memberArray>
              <derivedArray/><generatorArray/><generatedArray/></getAssociatedAssetsReturn>
            """);
    }

    [Theory]
    [InlineData(SetId, null, "a|885290")]
    [InlineData(SetId, SampleAssets.ImageId, "a|885289")]
    [InlineData(SetId, 4711L, "a|885290")]
    [InlineData(SampleAssets.ImageId, null, null)]
    public async Task GetAssociatedAssets_ShowsTheThumbnail(long asset, long? chosen, string? thumbnail)
    {
        var index = host.Assets.Assets.FindIndex(a => a.AssetId == SetId);
        var set = host.Assets.Assets[index];
        host.Assets.Assets[index] = set with { Content = set.Content with { Details = new AssetDetails { ThumbnailAssetId = chosen } } };

        var reply = await CallAsync(
            "getAssociatedAssets",
            $"<assetHandle>a|{asset}</assetHandle><responseFieldArray><items>thumbAsset/assetHandle</items></responseFieldArray>");

        Texts(reply, "assetHandle").Should().Equal(thumbnail is null ? [] : [thumbnail]);
    }

    [Fact]
    public async Task GetImageSetMembers_KeepsTheOrder()
    {
        const string Fields = "<assetHandle>a|885300</assetHandle><responseFieldArray><items>memberArray/items/asset/assetHandle</items><items>memberArray/items/pageReset</items></responseFieldArray>";

        (await CallAsync("getImageSetMembers", Fields)).Body.BeXml("2014-04-03", """
            <getImageSetMembersReturn><memberArray>
              <items><asset><assetHandle>a|885290</assetHandle></asset><pageReset>true</pageReset></items>
              <items><asset><assetHandle>a|885289</assetHandle></asset><pageReset>false</pageReset></items>
            </memberArray></getImageSetMembersReturn>
            """);
    }

    [Fact]
    public async Task GetZipEntries_ListsTheArchive()
    {
        var path = host.Data.Originals("SampleCompany/").Resolve("files.zip");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Delete(path);
        await using (var zip = await ZipFile.OpenAsync(path, ZipArchiveMode.Create))
        {
            zip.CreateEntry("a/").LastWriteTime = new DateTimeOffset(2014, 7, 1, 10, 20, 30, TimeSpan.Zero);
            var entry = zip.CreateEntry("a/b.txt", CompressionLevel.NoCompression);
            entry.LastWriteTime = new DateTimeOffset(2014, 1, 2, 3, 4, 6, TimeSpan.Zero);
            await using var content = await entry.OpenAsync();
            await content.WriteAsync("hello"u8.ToArray());
        }

        (await CallAsync("getZipEntries", "<assetHandle>a|885301</assetHandle>")).Body.BeXml("2014-04-03", """
            <getZipEntriesReturn><zipArray>
              <items><name>a/</name><isDirectory>true</isDirectory><lastModified>2014-07-01T10:20:30.000-07:00</lastModified><compressedSize>0</compressedSize><uncompressedSize>0</uncompressedSize></items>
              <items><name>a/b.txt</name><isDirectory>false</isDirectory><lastModified>2014-01-02T03:04:06.000-08:00</lastModified><compressedSize>5</compressedSize><uncompressedSize>5</uncompressedSize></items>
            </zipArray></getZipEntriesReturn>
            """);
    }

    [Fact]
    public async Task GetZipEntries_Refuses_WhatIsNoArchive()
    {
        var path = host.Data.Originals("SampleCompany/").Resolve("files.zip");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, "no archive");

        (await CallAsync("getZipEntries", "<assetHandle>a|885301</assetHandle>")).FaultReason.Should().EndWith("Fault.ArchiveUnreadable(files.zip)");
        (await CallAsync("getZipEntries", "<assetHandle>a|885290</assetHandle>")).FaultCode.Should().Be(30001);
    }

    [Theory]
    [InlineData("", "pc|3001,pc|3002")]
    [InlineData("<contextType>ImageServing</contextType>", "pc|3002")]
    [InlineData("<contextType>Video</contextType>", "")]
    public async Task GetPublishContexts_ListsThoseOfTheCompany(string fields, string expected) =>
        Texts(await CallAsync("getPublishContexts", fields), "contextHandle")
            .Should().Equal(expected.Split(',', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public async Task GetActivePublishContexts_NamesThoseWithAnActiveServer() =>
        (await CallAsync("getActivePublishContexts", "")).Body.BeXml("2014-04-03", """
            <getActivePublishContextsReturn><contextArray><items>ImageServing</items></contextArray></getActivePublishContextsReturn>
            """);

    [Fact]
    public async Task BatchGetAssetPublishContexts_CountsTheMarkOfTheContextBeforeThatOfTheAsset()
    {
        host.PublishStates.Marks[(SampleAssets.ImageId, 3001)] = false;

        var reply = await CallAsync(
            "batchGetAssetPublishContexts", "<assetHandleArray><items>a|885289</items><items>a|900</items></assetHandleArray>");

        reply.Body.BeXml("2014-04-03", """
            <batchGetAssetPublishContextsReturn><assetPublishContextsArray><items><assetHandle>a|885289</assetHandle>
              <publishContextArray><items><contextHandle>pc|3002</contextHandle><contextName>ImageServing</contextName><contextType>ImageServing</contextType></items></publishContextArray>
            </items></assetPublishContextsArray></batchGetAssetPublishContextsReturn>
            """);
    }

    [Fact]
    public async Task GetAssetPublishHistory_TellsWhereTheAssetLies()
    {
        host.PublishStates.Deliveries[SampleAssets.ImageId] = [new AssetDelivery("on", "ImageServing", Samples.Noon)];

        (await CallAsync("getAssetPublishHistory", "<assetHandle>a|885289</assetHandle>")).Body.BeXml("2014-04-03", """
            <getAssetPublishHistoryReturn><pubHistoryArray><items><serverName>on</serverName><contextName>ImageServing</contextName>
              <lastPublished>2014-03-05T12:00:00.000-08:00</lastPublished></items></pubHistoryArray></getAssetPublishHistoryReturn>
            """);
        (await CallAsync("getAssetPublishHistory", "<assetHandle>a|885290</assetHandle>")).Body.BeXml("2014-04-03", """
            <getAssetPublishHistoryReturn><pubHistoryArray/></getAssetPublishHistoryReturn>
            """);
    }

    [Theory]
    [InlineData("getOriginalFilePaths", "<assetHandleArray><items>{0}</items></assetHandleArray>")]
    [InlineData("getAssociatedAssets", "<assetHandle>{0}</assetHandle>")]
    [InlineData("getGenerationInfo", "<originatorHandle>{0}</originatorHandle>")]
    [InlineData("getGenerationInfo", "<generatedHandle>{0}</generatedHandle>")]
    [InlineData("getImageSetMembers", "<assetHandle>{0}</assetHandle>")]
    [InlineData("getZipEntries", "<assetHandle>{0}</assetHandle>")]
    [InlineData("getAssetPublishHistory", "<assetHandle>{0}</assetHandle>")]
    [InlineData("getAssets", "<assetHandleArray><items>{0}</items></assetHandleArray>")]
    [InlineData("batchGetAssetPublishContexts", "<assetHandleArray><items>{0}</items></assetHandleArray>")]
    public async Task Reads_AnswerForAForeignAsset_AsForOneThatNeverWas(string operation, string fields)
    {
        var foreign = await CallAsync(operation, fields.Replace("{0}", "a|900"));
        var unknown = await CallAsync(operation, fields.Replace("{0}", "a|901"));

        foreign.Text.Replace("a|900", "a|901").Should().Be(unknown.Text);
    }

    [Theory]
    [InlineData("getAssetCounts", "")]
    [InlineData("checkAssetNames", "<assetNameArray><items>a</items></assetNameArray>")]
    [InlineData("getOriginalFilePaths", "<assetHandleArray><items>a|900</items></assetHandleArray>")]
    [InlineData("getAssociatedAssets", "<assetHandle>a|900</assetHandle>")]
    [InlineData("getGenerationInfo", "<originatorHandle>a|900</originatorHandle>")]
    [InlineData("getZipEntries", "<assetHandle>a|900</assetHandle>")]
    [InlineData("getFolders", "")]
    [InlineData("getFolderTree", "<depth>0</depth>")]
    [InlineData("getImageSetMembers", "<assetHandle>a|900</assetHandle>")]
    [InlineData("getPublishContexts", "")]
    [InlineData("getActivePublishContexts", "")]
    [InlineData("batchGetAssetPublishContexts", "<assetHandleArray><items>a|900</items></assetHandleArray>")]
    [InlineData("getAssetPublishHistory", "<assetHandle>a|900</assetHandle>")]
    public async Task Reads_AreRefused_InACompanyOfOthers(string operation, string fields) =>
        (await host.CallAsync($"<{operation}Param><companyHandle>c|21</companyHandle>{fields}</{operation}Param>")).FaultCode.Should().Be(20006);

    private static StoredAsset With(StoredAsset asset, long originatorId) => asset with
    {
        Content = asset.Content with
        {
            Generation = new Generation(originatorId, GenerationEngines.PostScriptRip, "1")
            {
                Attributes = new Dictionary<string, string> { ["page"] = "1" },
            },
        },
    };

    private static StoredAsset Set()
    {
        var plain = Samples.Asset(SetId);
        return plain with
        {
            Name = "set",
            Content = plain.Content with
            {
                Type = AssetTypes.ImageSet,
                FileName = "",
                Members = [new SetMember(SampleAssets.PdfId) { PageReset = true }, new SetMember(SampleAssets.ImageId), new SetMember(1)],
            },
        };
    }

    private static StoredAsset Zip()
    {
        var plain = Samples.Asset(ZipId);
        return plain with { Name = "files", Content = plain.Content with { Type = AssetTypes.Zip, FileName = "files.zip" } };
    }

    private static IEnumerable<string> Texts(Reply reply, string element) =>
        reply.Body.Descendants().Where(e => e.Name.LocalName == element).Select(e => e.Value);

    private Task<Reply> CallAsync(string operation, string fields) =>
        host.CallAsync($"<{operation}Param><companyHandle>c|47</companyHandle>{fields}</{operation}Param>");
}
