using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Soap.Tests.Fakes;
using IpsJobs.Soap.Tests.Hosting;

namespace IpsJobs.Soap.Tests.Operations.Assets;

public sealed class SetOperationTests : IAsyncLifetime
{
    private readonly SoapHost host = new();

    public async Task InitializeAsync()
    {
        await host.InitializeAsync();
        host.Assets.Assets.AddRange(
        [
            Samples.Asset(1), Samples.Asset(2), Samples.Asset(3) with { TrashState = TrashStates.InTrash },
            Samples.Asset(4) with { CompanyId = Samples.OtherCompanyId },
            Set(10, AssetTypes.ImageSet), Set(11, AssetTypes.AssetSet), Set(12, AssetTypes.Catalog),
        ]);
    }

    public Task DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData("", "901|22|901")]
    [InlineData("2008-01-15", "a|901|22|901")]
    [InlineData("2014-04-03", "a|901")]
    public async Task CreateImageSet_AnswersItsHandle_InTheFormOfTheVersion(string version, string handle)
    {
        var reply = await host.CallAsync(
            "<createImageSetParam><companyHandle>c|47</companyHandle><folderHandle>SampleCompany/Sets</folderHandle><name>My Set</name><type>ImageSet</type></createImageSetParam>",
            version);

        reply.Body.BeXml(version, $"<createImageSetReturn><assetHandle>{handle}</assetHandle></createImageSetReturn>");
        var add = host.Edits.Changes.Should().ContainSingle().Which.Should().BeOfType<AddAsset>().Subject;
        (add.Name, add.NameSpace, add.ReadyForPublish, add.Content.Type, add.Content.Folder).Should().Be(
            ("My Set", NameSpace.Catalog, false, AssetTypes.ImageSet, "SampleCompany/Sets/"));
    }

    [Fact]
    public async Task CreateAssetSet_TakesWhatItsDefinitionNames_AsMembers()
    {
        var reply = await host.CallAsync("""
            <createAssetSetParam><companyHandle>c|47</companyHandle><folderHandle>f|SampleCompany/</folderHandle><name>set</name><subType>mine</subType>
            <setDefinition>${getCatalogId([a|2|1|2])};${getFilePath([a|1])};${getMetaData([a|2],[m|1|ASSET|Field])};[a|77]</setDefinition>
            <thumbAssetHandle>a|2</thumbAssetHandle></createAssetSetParam>
            """, "2012-02-14");

        reply.Body.BeXml("2012-02-14", "<createAssetSetReturn><assetHandle>a|901</assetHandle></createAssetSetReturn>");
        var content = host.Edits.Changes.OfType<AddAsset>().Single().Content;
        (content.Type, content.SubType, content.Details.ThumbnailAssetId).Should().Be((AssetTypes.AssetSet, "mine", 2));
        content.Details.SetDefinition.Should().StartWith("${getCatalogId(").And.EndWith("[a|77]");
        content.Members.Should().Equal(new SetMember(2), new SetMember(1));
    }

    [Theory]
    [InlineData("a|10", true)]
    [InlineData("a|12", false)]
    public async Task SetImageSetMembers_ReplacesThem_InTheOrderGiven(string set, bool resetsAlways)
    {
        var reply = await host.CallAsync($"""
            <setImageSetMembersParam><companyHandle>c|47</companyHandle><assetHandle>{set}</assetHandle><memberArray>
            <items><assetHandle>a|2</assetHandle><pageReset>false</pageReset></items>
            <items><assetHandle>a|1</assetHandle><pageReset>true</pageReset></items></memberArray></setImageSetMembersParam>
            """);

        reply.Body.BeXml("2014-04-03", "<setImageSetMembersReturn/>");
        host.Edits.Changes.OfType<EditAsset>().Single().Members.Should().Equal(
            new SetMember(2) { PageReset = resetsAlways }, new SetMember(1) { PageReset = true });
    }

    [Fact]
    public async Task UpdateAssetSet_LeavesWhatIsNotNamed()
    {
        await host.CallAsync(
            "<updateAssetSetParam><companyHandle>c|47</companyHandle><assetHandle>a|11</assetHandle><thumbAssetHandle>a|1</thumbAssetHandle></updateAssetSetParam>");
        await host.CallAsync(
            "<setAssetSetDefinitionParam><companyHandle>c|47</companyHandle><assetHandle>a|11</assetHandle><setDefinition>plain</setDefinition></setAssetSetDefinitionParam>");

        var changes = host.Edits.Changes.Cast<EditAsset>().ToList();
        (changes[0].Details!.SetDefinition, changes[0].Details!.ThumbnailAssetId, changes[0].Members).Should().Be(("old", 1, null));
        (changes[1].Details!.SetDefinition, changes[1].Members!.Count).Should().Be(("plain", 0));
    }

    [Theory]
    [InlineData("createImageSet", "<folderHandle>x</folderHandle><name>n</name><type>Image</type>", 30001)]
    [InlineData("createImageSet", "<folderHandle>x</folderHandle><name>a/b</name><type>ImageSet</type>", 30001)]
    [InlineData("createImageSet", "<folderHandle>../x</folderHandle><name>n</name><type>ImageSet</type>", 30001)]
    [InlineData("createImageSet", "<folderHandle>x</folderHandle><name>n</name><type>ImageSet</type><thumbAssetHandle>a|4</thumbAssetHandle>", 30001)]
    [InlineData("createAssetSet", "<folderHandle>x</folderHandle><name>n</name><subType>s</subType><setDefinition>${getCatalogId([a|4])}</setDefinition>", 30001)]
    [InlineData("setImageSetMembers", "<assetHandle>a|1</assetHandle><memberArray/>", 30001)]
    [InlineData("setImageSetMembers", "<assetHandle>a|10</assetHandle><memberArray><items><assetHandle>a|4</assetHandle><pageReset>true</pageReset></items></memberArray>", 30001)]
    [InlineData("setImageSetMembers", "<assetHandle>a|10</assetHandle><memberArray><items><assetHandle>a|3</assetHandle><pageReset>true</pageReset></items></memberArray>", 30000)]
    [InlineData("setImageSetMembers", "<assetHandle>a|10</assetHandle><memberArray><items><assetHandle>a|10</assetHandle><pageReset>true</pageReset></items></memberArray>", 30001)]
    [InlineData("setAssetSetDefinition", "<assetHandle>a|10</assetHandle><setDefinition>x</setDefinition>", 30001)]
    public async Task Set_IsRefused_WhenItCannotBe(string operation, string fields, int code)
    {
        var reply = await host.CallAsync($"<{operation}Param><companyHandle>c|47</companyHandle>{fields}</{operation}Param>");

        reply.FaultCode.Should().Be(code, reply.Text);
        host.Edits.Changes.Should().BeEmpty();
    }

    [Theory]
    [InlineData(10, "10", "set10")]
    [InlineData(10, "1 11", "set11")]
    [InlineData(10, "12", "set12")]
    [InlineData(11, "12", "set12")]
    public async Task Set_IsRefused_WhenItWouldBeInItself(long set, string members, string blamed)
    {
        Nest(TrashStates.NotInTrash);

        var reply = await host.CallAsync(Filled(set, members.Split(' ')));

        (reply.FaultCode, reply.FaultReason).Should().Be((30001, $"[default] Fault.SetInItself({blamed}, set{set})"));
        host.Edits.Changes.Should().BeEmpty();
    }

    [Theory]
    [InlineData(12, "10 11 10", TrashStates.NotInTrash, true)]
    [InlineData(10, "12", TrashStates.InTrash, false)]
    [InlineData(10, "12", TrashStates.InEmptiedTrash, true)]
    public async Task Set_TakesSets_UnlessOneThatMayComeBackWouldCloseARing(long set, string members, string stateBetween, bool done)
    {
        Nest(stateBetween);

        var reply = await host.CallAsync(Filled(set, members.Split(' ')));

        reply.FaultCode.Should().Be(done ? null : 30001, reply.Text);
        host.Edits.Changes.Should().HaveCount(done ? 1 : 0);
    }

    [Fact]
    public async Task SetImageSetMembers_MovesTheThumbnailToTheNewFirstMember_UnlessAnotherWasChosen()
    {
        await host.CallAsync(Filled(10, ["2", "1"]));
        Put(10, new AssetDetails { ThumbnailAssetId = 4 }, [1]);
        await host.CallAsync(Filled(10, ["2", "1"]));

        host.Edits.Changes.Cast<EditAsset>().Select(change => change.Details?.ThumbnailAssetId).Should().Equal(2, null);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("<republishFiles>true</republishFiles>", true)]
    [InlineData("<republishFiles>false</republishFiles><resyncCatalog>true</resyncCatalog>", false)]
    public async Task ForceRepublishAssets_TakesFilesAlong_UnlessOnlyTheCatalogIsAskedFor(string fields, bool withFiles)
    {
        var reply = await host.CallAsync(
            $"<forceRepublishAssetsParam><companyHandle>c|47</companyHandle>{fields}<assetHandleArray><items>a|1</items><items>a|3</items></assetHandleArray></forceRepublishAssetsParam>");

        reply.Body.BeXml("2014-04-03", """
            <forceRepublishAssetsReturn><successCount>1</successCount><warningCount>0</warningCount><errorCount>1</errorCount>
              <errorDetailArray><items><assetHandle>a|3</assetHandle><code>30000</code><reason>[default] Fault.AssetInTrash(a)</reason></items></errorDetailArray>
            </forceRepublishAssetsReturn>
            """);
        host.Edits.Changes.Should().Equal(new RepublishAsset(1, withFiles, 70));
    }

    // 12 has 11 in it, and 11 has 10.
    private void Nest(string stateOf11)
    {
        Put(11, AssetDetails.None, [10], stateOf11);
        Put(12, AssetDetails.None, [11]);
    }

    private void Put(long id, AssetDetails details, long[] members, string trashState = TrashStates.NotInTrash)
    {
        var index = host.Assets.Assets.FindIndex(asset => asset.AssetId == id);
        var set = host.Assets.Assets[index];
        var content = set.Content with { Details = details, Members = [.. members.Select(member => new SetMember(member))] };
        host.Assets.Assets[index] = set with { TrashState = trashState, Content = content };
    }

    private static string Filled(long set, IEnumerable<string> members) => set == 11
        ? $"<setAssetSetDefinitionParam><companyHandle>c|47</companyHandle><assetHandle>a|{set}</assetHandle><setDefinition>"
            + string.Concat(members.Select(m => $"${{getCatalogId([a|{m}])}}")) + "</setDefinition></setAssetSetDefinitionParam>"
        : $"<setImageSetMembersParam><companyHandle>c|47</companyHandle><assetHandle>a|{set}</assetHandle><memberArray>"
            + string.Concat(members.Select(m => $"<items><assetHandle>a|{m}</assetHandle><pageReset>false</pageReset></items>"))
            + "</memberArray></setImageSetMembersParam>";

    private static StoredAsset Set(long id, string type)
    {
        var sample = Samples.Asset(id);
        return sample with { Name = $"set{id}", Content = sample.Content with { Type = type, Details = new AssetDetails { SetDefinition = "old" } } };
    }
}
