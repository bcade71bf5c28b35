using IpsJobs.Core.Assets.Search;
using IpsJobs.Core.Constants;
using IpsJobs.Soap.Tests.Hosting;

namespace IpsJobs.Soap.Tests.Operations.Assets;

/// <summary>Assets as replies show them.</summary>
public sealed class AssetReadTests : IClassFixture<SoapHost>
{
    private readonly SoapHost host;

    public AssetReadTests(SoapHost host)
    {
        this.host = host;
        host.Assets.Assets.Clear();
        host.Assets.Assets.AddRange(SampleAssets.All);
    }

    [Fact]
    public async Task GetAssetsByName_ShowsEverythingThatIsKnown()
    {
        var reply = await host.CallAsync(
            "<getAssetsByNameParam><companyHandle>c|47</companyHandle><nameArray><items>shoe</items><items>x</items></nameArray></getAssetsByNameParam>");

        reply.Body.BeXml("2014-04-03", $"""
            <getAssetsByNameReturn><assetArray><items>{SampleAssets.ImageXml}</items><items>{SampleAssets.PdfXml}</items></assetArray></getAssetsByNameReturn>
            """);
    }

    [Fact]
    public async Task GetAssets_KeepsTheOrderOfTheHandles_AndLeavesOutWhatIsNotThere()
    {
        var reply = await GetAssetsAsync("<items>a|885290</items><items>a|1</items><items>a|900</items><items>885289|1|885289</items><items>a|885290</items>");

        reply.Body.BeXml("2014-04-03", $"""
            <getAssetsReturn><assetArray><items>{SampleAssets.PdfXml}</items><items>{SampleAssets.ImageXml}</items></assetArray></getAssetsReturn>
            """);
    }

    [Fact]
    public async Task GetAssets_SpeaksTheFirstVersion_WithoutTagsAndLaterElements()
    {
        var reply = await host.CallAsync(
            "<getAssetsParam><companyHandle>47</companyHandle><assetHandleArray><items>885290|25|885290</items></assetHandleArray></getAssetsParam>", "");

        reply.Body.BeXml("", """
            <getAssetsReturn><assetArray><items>
              <assetHandle>885290|25|885290</assetHandle><type>Pdf</type><name>shoe</name>
              <folder>SampleCompany/</folder><folderHandle>SampleCompany/</folderHandle><readyForPublish>true</readyForPublish>
              <created>2014-03-05T12:00:00.000-08:00</created><lastModified>2014-03-05T12:00:00.000-08:00</lastModified>
              <pdfInfo><originalPath>SampleCompany/</originalPath><originalFile>shoe.pdf</originalFile></pdfInfo>
            </items></assetArray></getAssetsReturn>
            """);
    }

    [Theory]
    [InlineData("2008-09-10", "a|885290|25|885290", "SampleCompany/")]
    [InlineData("2009-07-31", "a|885290|25|885290", "f|SampleCompany/")]
    [InlineData("2010-01-31", "a|885290", "f|SampleCompany/")]
    public async Task GetAssets_WritesHandlesAsTheVersionDoes(string version, string asset, string folder)
    {
        var reply = await GetAssetsAsync("<items>a|885290</items>", version: version);

        Texts(reply, "assetHandle").Should().Equal(asset);
        Texts(reply, "folderHandle").Should().Equal(folder);
    }

    [Theory]
    [InlineData("<items>a|885289|25|885289</items>", "a type code that is not the asset's")]
    [InlineData("<items>a|900</items>", "another company's asset")]
    public async Task GetAssets_FindsNothing(string handles, string because)
    {
        var reply = await GetAssetsAsync(handles);

        reply.FaultCode.Should().BeNull();
        Texts(reply, "assetHandle").Should().BeEmpty(because);
    }

    [Theory]
    [InlineData("<items>b|1</items>", 30001)]
    [InlineData("", 30002)]
    public async Task GetAssets_Refuses_WhatIsNoHandle(string handles, int code) =>
        (await GetAssetsAsync(handles)).FaultCode.Should().Be(code);

    [Fact]
    public async Task GetAssets_Refuses_MoreThan1000Handles() =>
        Reason(await GetAssetsAsync(string.Concat(Enumerable.Repeat("<items>a|1</items>", 1001))))
            .Should().Be("Fault.TooManyItems(assetHandleArray|1000)");

    [Theory]
    [InlineData("<responseFieldArray><items>assetArray/items/name</items><items>assetArray/items/imageInfo/width</items></responseFieldArray>",
        "<assetArray><items><name>shoe</name><imageInfo><width>640</width></imageInfo></items><items><name>shoe</name></items></assetArray>")]
    [InlineData("<responseFieldArray><items>totalRows</items></responseFieldArray>", "<totalRows>2</totalRows>")]
    [InlineData("<responseFieldArray><items>assetArray/items/pdfInfo</items></responseFieldArray><excludeFieldArray><items>assetArray/items/pdfInfo/fileSize</items></excludeFieldArray>",
        "<assetArray><items/><items><pdfInfo><originalPath>SampleCompany/</originalPath><originalFile>shoe.pdf</originalFile></pdfInfo></items></assetArray>")]
    [InlineData("<excludeFieldArray><items>assetArray</items></excludeFieldArray>", "<totalRows>2</totalRows>")]
    // A required element of what is shown stays: strict clients fail without it.
    [InlineData("<responseFieldArray><items>assetArray/items/metadataArray/items/valueArray</items></responseFieldArray>",
        """
        <assetArray><items><metadataArray><items><name>dc.rights</name><value>Ours</value></items><items><name>sku</name><value>12-34</value></items><items><name>dc.subject</name><value>red,a\,b</value><valueArray><items>red</items><items>a,b</items></valueArray></items></metadataArray></items><items/></assetArray>
        """)]
    public async Task SearchAssets_WritesOnlyWhatWasAskedFor(string fields, string expected)
    {
        var reply = await SearchAsync(fields);

        reply.Body.BeXml("2014-04-03", $"<searchAssetsReturn>{expected}</searchAssetsReturn>");
    }

    [Fact]
    public async Task SearchAssets_AsksForWhatTheRequestSays()
    {
        var project = await host.Projects.AddAsync(47, "Spring", CancellationToken.None);

        await SearchAsync("""
            <folder>a\b</folder><publishState>NotMarkedForPublish</publishState><trashState>InTrash</trashState>
            <conditionMatchMode>MatchAny</conditionMatchMode><keywordArray><items>red</items></keywordArray>
            <systemFieldConditionArray><items><field>FileSize</field><op>Between</op><minLong>1</minLong><maxLong>2</maxLong></items></systemFieldConditionArray>
            <tagConditionArray><items><fieldHandle>m|47|ASSET|colours</fieldHandle><op>Equals</op><valueArray><items>x</items><items>y</items></valueArray></items></tagConditionArray>
            <metadataMatchMode>MatchAll</metadataMatchMode>
            <metadataConditionArray><items><fieldHandle>dc.rights</fieldHandle><op>StartsWith</op><caseSensitive>true</caseSensitive><value>O</value></items>
            <items><fieldHandle>m|47|ALL|weight</fieldHandle><op>LessThan</op><value>7.5</value></items>
            <items><fieldHandle>m|47|ALL|shot</fieldHandle><op>GreaterThan</op><dateVal>2014-01-01T00:00:00Z</dateVal></items></metadataConditionArray>
            <assetTypeArray><items>Image</items><items>WindowsCovering</items></assetTypeArray>
            <excludeAssetTypeArray><items>Pdf</items></excludeAssetTypeArray>
            <assetSubTypeArray><items>MediaSet</items></assetSubTypeArray><strictSubTypeCheck>true</strictSubTypeCheck>
            <excludeByproducts>true</excludeByproducts>
            <projectHandle>p|47|Spring</projectHandle><recordsPerPage>20</recordsPerPage><resultsPage>3</resultsPage>
            <sortBy>Modified</sortBy><sortDirection>Descending</sortDirection>
            """, subfolders: "false");

        host.Search.Query.Should().BeEquivalentTo(
            new AssetQuery(47)
            {
                Folder = "SampleCompany/a/b/",
                ReadyForPublish = false,
                TrashState = TrashStates.InTrash,
                Conditions = new ConditionGroup(true,
                [
                    new KeywordCondition("red"),
                    new NumberCondition(new AssetField.System("FileSize"), "Between", 1, 2),
                    new TextCondition(new AssetField.Tags("colours"), "Equals", ["x", "y"]),
                    new ConditionGroup(false,
                    [
                        new TextCondition(new AssetField.Metadata(["dc:rights"]), "StartsWith", ["O"]) { CaseSensitive = true },
                        new NumberCondition(new AssetField.Metadata(["weight"]), "LessThan", 7.5, 7.5),
                        new DateCondition(
                            new AssetField.Metadata(["shot"]), "GreaterThan", new(2014, 1, 1, 0, 0, 0, default), new(2014, 1, 1, 0, 0, 0, default)),
                    ]),
                ]),
                Types = new AssetTypeFilter
                {
                    Types = [AssetTypes.Image, AssetTypes.WindowCovering],
                    Excluded = [AssetTypes.Pdf],
                    SubTypes = ["MediaSet"],
                    StrictSubTypes = true,
                },
                ExcludeByproducts = true,
                ProjectId = project.ProjectId,
                SortBy = AssetSortFields.Modified,
                Descending = true,
                PageSize = 20,
                Page = 3,
            },
            options => options.RespectingRuntimeTypes());
    }

    [Fact]
    public async Task SearchAssets_SearchesEverywhereByName_WhenTheRequestSaysNothing()
    {
        await SearchAsync("<excludeByproducts>true</excludeByproducts><excludeByproductArray><items><engine>PostScriptRip</engine><generatedAssetType>Image</generatedAssetType></items></excludeByproductArray>");

        host.Search.Query.Should().BeEquivalentTo(new
        {
            Folder = (string?)null,
            TrashState = TrashStates.NotInTrash,
            SortBy = AssetSortFields.Name,
            Descending = false,
            PageSize = 1000,
            Page = 1,
            ExcludeByproducts = false,
            ExcludedByproducts = new[] { new Byproduct(GenerationEngines.PostScriptRip, AssetTypes.Image) },
        });
    }

    [Theory]
    [InlineData("<items>totalRows</items><items>assetArray/items/name</items>", 10_000)]
    [InlineData("<items>assetArray/items/name</items><items>assetArray/items/folder</items>", 1000)]
    public async Task SearchAssets_HasLongerPages_WhenOnlyNamesAreAskedFor(string fields, int size)
    {
        await SearchAsync($"<recordsPerPage>20000</recordsPerPage><responseFieldArray>{fields}</responseFieldArray>");

        host.Search.Query!.PageSize.Should().Be(size);
    }

    [Theory]
    [InlineData("<publishState>Marked</publishState>", "Fault.InvalidValue(Marked|publishState)")]
    [InlineData("<trashState>Nowhere</trashState>", "Fault.InvalidValue(Nowhere|trashState)")]
    [InlineData("<conditionMatchMode>All</conditionMatchMode>", "Fault.InvalidValue(All|conditionMatchMode)")]
    [InlineData("<tagMatchMode>All</tagMatchMode>", "Fault.InvalidValue(All|tagMatchMode)")]
    [InlineData("<sortBy>Size</sortBy>", "Fault.InvalidValue(Size|sortBy)")]
    [InlineData("<sortDirection>Up</sortDirection>", "Fault.InvalidValue(Up|sortDirection)")]
    [InlineData("<recordsPerPage>0</recordsPerPage>", "Fault.OutOfRange(0|recordsPerPage|1-1000)")]
    [InlineData("<resultsPage>0</resultsPage>", "Fault.OutOfRange(0|resultsPage|1-)")]
    [InlineData("<folder>a/../b</folder>", "Fault.InvalidPath(a/../b|folder)")]
    [InlineData("<assetTypeArray><items>Picture</items></assetTypeArray>", "Fault.InvalidValue(Picture|assetTypeArray/items)")]
    [InlineData("<projectHandle>p|47|Nothing</projectHandle>", "Fault.InvalidHandle(p|47|Nothing|projectHandle)")]
    [InlineData("<accessGroupHandle>g|1</accessGroupHandle>", "Fault.NotInGroup(user@example.com|g|1)")]
    [InlineData("<accessUserHandle>u|71|one@example.com</accessUserHandle>", "Fault.NoImpersonation(user@example.com|one@example.com)")]
    [InlineData("<systemFieldConditionArray><items><field>Colour</field><op>Equals</op><value>1</value></items></systemFieldConditionArray>", "Fault.InvalidValue(Colour|systemFieldConditionArray/items[1]/field)")]
    [InlineData("<systemFieldConditionArray><items><field>Name</field><op>LessThan</op><value>1</value></items></systemFieldConditionArray>", "Fault.InvalidValue(LessThan|systemFieldConditionArray/items[1]/op)")]
    [InlineData("<systemFieldConditionArray><items><field>Name</field><op>Equals</op></items></systemFieldConditionArray>", "Fault.Missing(systemFieldConditionArray/items[1]/value)")]
    [InlineData("<systemFieldConditionArray><items><field>Created</field><op>Between</op><minDate>2014-01-01T00:00:00Z</minDate></items></systemFieldConditionArray>", "Fault.Missing(systemFieldConditionArray/items[1]/maxDate)")]
    [InlineData("<systemFieldConditionArray><items><field>FileSize</field><op>Equals</op><value>big</value></items></systemFieldConditionArray>", "Fault.InvalidValue(big|systemFieldConditionArray/items[1]/value)")]
    [InlineData("<metadataConditionArray><items><fieldHandle>m|21|ASSET|x</fieldHandle><op>Equals</op><value>1</value></items></metadataConditionArray>", "Fault.InvalidHandle(m|21|ASSET|x|metadataConditionArray/items[1]/fieldHandle)")]
    [InlineData("<metadataConditionArray><items><fieldHandle>x</fieldHandle><op>Like</op><value>1</value></items></metadataConditionArray>", "Fault.InvalidValue(Like|metadataConditionArray/items[1]/op)")]
    public async Task SearchAssets_Refuses_WhatCannotBe(string fields, string reason) =>
        Reason(await SearchAsync(fields)).Should().Be(reason);

    [Theory]
    [InlineData("searchAssets", "<includeSubfolders>true</includeSubfolders>")]
    [InlineData("getAssets", "<assetHandleArray><items>a|885289</items></assetHandleArray>")]
    [InlineData("getAssetsByName", "<nameArray><items>shoe</items></nameArray>")]
    public async Task Reads_AreRefused_InACompanyOfOthers(string operation, string fields) =>
        (await host.CallAsync($"<{operation}Param><companyHandle>c|21</companyHandle>{fields}</{operation}Param>")).FaultCode.Should().Be(20006);

    // The key of the reason with its arguments.
    private static string? Reason(Reply reply) => reply.FaultReason?.Replace("[default] ", "").Replace(", ", "|");

    private static IEnumerable<string> Texts(Reply reply, string element) =>
        reply.Body.Descendants().Where(e => e.Name.LocalName == element).Select(e => e.Value);

    private Task<Reply> GetAssetsAsync(string handles, string version = "2014-04-03") => host.CallAsync(
        $"<getAssetsParam><companyHandle>c|47</companyHandle><assetHandleArray>{handles}</assetHandleArray></getAssetsParam>", version);

    private Task<Reply> SearchAsync(string fields, string subfolders = "true")
    {
        var folder = fields.IndexOf("</folder>", StringComparison.Ordinal) is var end and >= 0 ? end + "</folder>".Length : 0;
        var include = $"<includeSubfolders>{subfolders}</includeSubfolders>";
        return host.CallAsync(
            $"<searchAssetsParam><companyHandle>c|47</companyHandle>{fields[..folder]}{include}{fields[folder..]}</searchAssetsParam>");
    }
}
