using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Soap.Tests.Fakes;
using IpsJobs.Soap.Tests.Hosting;
using PublishContext = IpsJobs.Core.Accounts.PublishContext;

namespace IpsJobs.Soap.Tests.Operations.Assets;

public sealed class AssetEditOperationTests : IAsyncLifetime
{
    private readonly SoapHost host = new();

    public async Task InitializeAsync()
    {
        await host.InitializeAsync();
        host.Assets.Assets.AddRange(
        [
            Asset(1, "one"), Asset(2, "two"), Asset(3, "three") with { TrashState = TrashStates.InTrash },
            Asset(4, "four") with { TrashState = TrashStates.InEmptiedTrash },
            Asset(5, "five") with { CompanyId = Samples.OtherCompanyId },
        ]);
        host.Accounts.Contexts.AddRange(
        [
            new PublishContext(31, Samples.CompanyId, "Images", PublishContextTypes.ImageServing, PublishAll: false),
            new PublishContext(32, Samples.OtherCompanyId, "Images", PublishContextTypes.ImageServing, PublishAll: false),
        ]);
    }

    public Task DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task DeleteAssets_TellsPerItem_HowItEnded()
    {
        host.Edits.Refuse = change => change is TrashAsset { AssetId: 2 } ? new StateConflictException("asset", "a", "b") : null;

        var reply = await host.CallAsync("""
            <deleteAssetsParam><companyHandle>c|47</companyHandle><assetHandleArray>
            <items>a|1|1|1</items><items>a|2</items><items>a|3</items><items>a|1</items><items>a|5</items><items>x</items>
            </assetHandleArray></deleteAssetsParam>
            """, "2013-02-15");

        reply.Body.BeXml("2013-02-15", """
            <deleteAssetsReturn><successCount>1</successCount><warningCount>2</warningCount><errorCount>3</errorCount>
              <warningDetailArray>
                <items><assetHandle>a|3</assetHandle><code>30000</code><reason>[default] Fault.AssetInTrash(three)</reason></items>
                <items><assetHandle>a|1</assetHandle><code>30000</code><reason>[default] Fault.NamedTwice(one)</reason></items>
              </warningDetailArray>
              <errorDetailArray>
                <items><assetHandle>a|2</assetHandle><code>30000</code><reason>[default] Fault.AssetChanged()</reason></items>
                <items><assetHandle>a|5</assetHandle><code>30001</code><reason>[default] Fault.InvalidHandle(a|5, assetHandleArray)</reason></items>
                <items><assetHandle>x</assetHandle><code>30001</code><reason>[default] Fault.InvalidHandle(x, assetHandleArray)</reason></items>
              </errorDetailArray>
            </deleteAssetsReturn>
            """);
        host.Edits.Changes.Should().Equal(new TrashAsset(1, 70), new TrashAsset(2, 70));
    }

    [Fact]
    public async Task DeleteAssets_LeavesTheListsOut_WhenAllWentWell()
    {
        var reply = await host.CallAsync(
            "<deleteAssetsParam><companyHandle>c|47</companyHandle><assetHandleArray><items>a|1</items><items>a|2</items></assetHandleArray></deleteAssetsParam>");

        reply.Body.BeXml("2014-04-03", """
            <deleteAssetsReturn><successCount>2</successCount><warningCount>0</warningCount><errorCount>0</errorCount></deleteAssetsReturn>
            """);
    }

    [Theory]
    [InlineData("restoreAssetsFromTrash", 1, 1, 1)]
    [InlineData("emptyAssetsFromTrash", 1, 1, 1)]
    public async Task Trash_IsRestoredOrEmptied_ItemByItem(string operation, int successes, int warnings, int errors)
    {
        var reply = await host.CallAsync($"""
            <{operation}Param><companyHandle>c|47</companyHandle><assetHandleArray>
            <items>a|1</items><items>a|3</items><items>a|4</items></assetHandleArray></{operation}Param>
            """);

        Count(reply, "successCount").Should().Be(successes);
        Count(reply, "warningCount").Should().Be(warnings);
        Count(reply, "errorCount").Should().Be(errors);
        host.Edits.Changes.Should().ContainSingle().Which.Should().Match<AssetChange>(c => c is RestoreAsset || c is EmptyAsset);
    }

    [Theory]
    [InlineData("", "1|1|1", "new name")]
    [InlineData("2008-01-15", "a|1|1|1", "new name")]
    [InlineData("2014-04-03", "a|1", "  new name ")]
    public async Task RenameAsset_TakesTheFileAlong_InEveryDialect(string version, string handle, string name)
    {
        var reply = await host.CallAsync(
            $"<renameAssetParam><companyHandle>47</companyHandle><assetHandle>{handle}</assetHandle><newName>{name}</newName><validateName>true</validateName></renameAssetParam>",
            version);

        reply.Body.BeXml(version, "<renameAssetReturn/>");
        host.Edits.Changes.Should().Equal(new RelocateAsset(
            1, new AssetPlace("one", "SampleCompany/", "one.jpg"), new AssetPlace("new name", "SampleCompany/", "new name.jpg"), 70));
    }

    [Theory]
    [InlineData("a|1", "two", 30000)]
    [InlineData("a|1", "a/b", 30001)]
    [InlineData("a|1", "&lt;x&gt;", 30001)]
    [InlineData("a|1", " ", 30002)]
    [InlineData("a|3", "free", 30000)]
    [InlineData("a|4", "free", 30001)]
    [InlineData("a|5", "free", 30001)]
    [InlineData("a|1|2|1", "free", 30001)]
    [InlineData("", "free", 30002)]
    public async Task RenameAsset_Refuses_WhatCannotBe(string handle, string name, int code)
    {
        var reply = await host.CallAsync(
            $"<renameAssetParam><companyHandle>c|47</companyHandle><assetHandle>{handle}</assetHandle><newName>{name}</newName><validateName>false</validateName></renameAssetParam>");

        reply.FaultCode.Should().Be(code, reply.Text);
        host.Edits.Changes.Should().BeEmpty();
    }

    [Fact]
    public async Task RenameAsset_DoesNothing_WhenTheNameIsTheOldOne()
    {
        var reply = await host.CallAsync(
            "<renameAssetParam><companyHandle>c|47</companyHandle><assetHandle>a|1</assetHandle><newName>one</newName><validateName>true</validateName></renameAssetParam>");

        reply.Body.BeXml("2014-04-03", "<renameAssetReturn/>");
        host.Edits.Changes.Should().BeEmpty();
    }

    [Fact]
    public async Task MoveAssets_MovesEach_IntoItsFolder()
    {
        var reply = await host.CallAsync("""
            <moveAssetsParam><companyHandle>c|47</companyHandle><assetMoveArray>
            <items><assetHandle>a|1</assetHandle><folderHandle>f|SampleCompany/x/</folderHandle></items>
            <items><assetHandle>a|2</assetHandle><folderHandle>SampleCompany/</folderHandle></items>
            <items><assetHandle>a|3</assetHandle><folderHandle>x</folderHandle></items>
            <items><assetHandle>a|9</assetHandle><folderHandle>../x</folderHandle></items>
            </assetMoveArray></moveAssetsParam>
            """);

        reply.Body.BeXml("2014-04-03", """
            <moveAssetsReturn><successCount>1</successCount><warningCount>1</warningCount><errorCount>2</errorCount>
              <warningDetailArray><items><assetHandle>a|2</assetHandle><code>30000</code><reason>[default] Fault.AlreadyInFolder(two, SampleCompany/)</reason></items></warningDetailArray>
              <errorDetailArray>
                <items><assetHandle>a|3</assetHandle><code>30000</code><reason>[default] Fault.AssetInTrash(three)</reason></items>
                <items><assetHandle>a|9</assetHandle><code>30001</code><reason>[default] Fault.InvalidHandle(a|9, assetMoveArray)</reason></items>
              </errorDetailArray>
            </moveAssetsReturn>
            """);
        host.Edits.Changes.Should().Equal(new RelocateAsset(
            1, new AssetPlace("one", "SampleCompany/", "one.jpg"), new AssetPlace("one", "SampleCompany/x/", "one.jpg"), 70));
    }

    [Theory]
    [InlineData("<publishState>MarkedForPublish</publishState>", true, "")]
    [InlineData("<publishState>NotMarkedForPublish</publishState>", false, "")]
    [InlineData("<publishState>NotMarkedForPublish</publishState><contextHandleArray><items>pc|31</items></contextHandleArray>", null, "31=False")]
    public async Task SetAssetPublishState_MarksEverywhere_OrInTheContextsNamed(string fields, bool? everywhere, string contexts)
    {
        var reply = await host.CallAsync(
            $"<setAssetPublishStateParam><companyHandle>c|47</companyHandle><assetHandle>a|1</assetHandle>{fields}</setAssetPublishStateParam>");

        reply.Body.BeXml("2014-04-03", "<setAssetPublishStateReturn/>");
        var mark = host.Edits.Changes.Should().ContainSingle().Which.Should().BeOfType<MarkAsset>().Subject;
        (mark.AssetId, mark.Everywhere, string.Join(",", mark.Contexts.Select(c => $"{c.Key}={c.Value}"))).Should().Be((1, everywhere, contexts));
    }

    [Theory]
    [InlineData("<publishState>Marked</publishState>")]
    [InlineData("<publishState>MarkedForPublish</publishState><contextHandleArray><items>pc|32</items></contextHandleArray>")]
    [InlineData("<publishState>MarkedForPublish</publishState><contextHandleArray><items>x</items></contextHandleArray>")]
    public async Task SetAssetPublishState_Refuses_StatesAndContextsThatAreNone(string fields)
    {
        var reply = await host.CallAsync(
            $"<setAssetPublishStateParam><companyHandle>c|47</companyHandle><assetHandle>a|1</assetHandle>{fields}</setAssetPublishStateParam>");

        reply.FaultCode.Should().Be(30001);
        host.Edits.Changes.Should().BeEmpty();
    }

    [Fact]
    public async Task SetAssetsContextState_MarksContextByContext()
    {
        var reply = await host.CallAsync("""
            <setAssetsContextStateParam><companyHandle>c|47</companyHandle><assetsContextStateUpdateArray>
            <items><assetHandle>a|1</assetHandle><contextStateUpdateArray>
              <items><contextHandle>pc|31</contextHandle><publishState>MarkedForPublish</publishState></items></contextStateUpdateArray></items>
            <items><assetHandle>a|2</assetHandle><contextStateUpdateArray>
              <items><contextHandle>pc|32</contextHandle><publishState>MarkedForPublish</publishState></items></contextStateUpdateArray></items>
            </assetsContextStateUpdateArray></setAssetsContextStateParam>
            """, "2012-02-14");

        reply.Body.BeXml("2012-02-14", """
            <setAssetsContextStateReturn><successCount>1</successCount><warningCount>0</warningCount><errorCount>1</errorCount>
              <errorDetailArray><items><assetHandle>a|2</assetHandle><code>30001</code><reason>[default] Fault.InvalidHandle(pc|32, contextHandle)</reason></items></errorDetailArray>
            </setAssetsContextStateReturn>
            """);
        host.Edits.Changes.Should().ContainSingle().Which.Should().BeOfType<MarkAsset>().Which.Contexts.Should().Equal(
            new Dictionary<int, bool> { [31] = true });
    }

    [Theory]
    [InlineData("<deleteAssetsParam><companyHandle>c|47</companyHandle><assetHandleArray/></deleteAssetsParam>", "user@example.com", 30002)]
    [InlineData("<deleteAssetParam><companyHandle>c|47</companyHandle><assetHandle>a|3</assetHandle></deleteAssetParam>", "user@example.com", 30000)]
    [InlineData("<deleteAssetParam><companyHandle>c|47</companyHandle><assetHandle>a|1</assetHandle></deleteAssetParam>", "portal@example.com", 20003)]
    [InlineData("<deleteAssetParam><companyHandle>c|21</companyHandle><assetHandle>a|1</assetHandle></deleteAssetParam>", "user@example.com", 20006)]
    public async Task Calls_AreRefused_BeforeAnythingIsDone(string body, string user, int code)
    {
        var reply = await host.CallAsync(body, user: user);

        reply.FaultCode.Should().Be(code, reply.Text);
        host.Edits.Changes.Should().BeEmpty();
    }

    private static StoredAsset Asset(long id, string name)
    {
        var sample = Samples.Asset(id);
        return sample with { Name = name, Content = sample.Content with { FileName = name + ".jpg" } };
    }

    private static int Count(Reply reply, string element) =>
        (int)reply.Body.Elements().Single(e => e.Name.LocalName == element);
}
