using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Files;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Storage.Tests.Writing;

/// <summary>Work items: rows, counters, assets and files together.</summary>
public abstract class ItemSuite : StoreTest
{
    private long instanceId;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        instanceId = (await Jobs.AddInstanceAsync(AJob.New(), None)).InstanceId;
        await Jobs.StartInstanceAsync(AJob.Start(instanceId), None);
    }

    [Fact]
    public async Task CommitItem_WritesRowAndCounters_WhenItIsNew()
    {
        var warning = new AuxEntry(LogTypes.UploadWarning, new LocalizedMessage("Log.Font", "Äpfel"), Now);
        var item = AJob.Item(instanceId, "a.jpg");

        var asset = await Jobs.CommitItemAsync(
            item with { Row = item.Row with { Aux = [warning] }, Extra = new JobCounters { TotalFile = 2, TransferSuccess = 1 } }, None);

        asset.Should().BeNull();
        (await CountersAsync()).Should().Be(new JobCounters { FileSuccess = 1, FileWarning = 1, TotalFile = 2, TransferSuccess = 1 });
        var row = (await ItemRowsAsync()).Single();
        row.Should().BeEquivalentTo(new { LogType = LogTypes.UploadSuccess, CreatedUtc = Now, ItemKey = "a.jpg", AssetName = "a.jpg", FileType = "Image" });
        row.Aux.Should().BeEquivalentTo([warning]);
    }

    [Fact]
    public async Task CommitItem_ChangesNothing_WhenItsKeyHasARow()
    {
        var item = AJob.Item(instanceId, "a.jpg") with { Asset = AJob.Add() };
        var first = await Jobs.CommitItemAsync(item, None);
        await RestartAsync();

        var again = await Jobs.CommitItemAsync(item with { Asset = AJob.Add("other") }, None);

        again.Should().Be(first).And.NotBeNull();
        (await CountersAsync()).FileSuccess.Should().Be(1);
        (await ItemRowsAsync()).Should().ContainSingle();
        (await Assets.FindByNameAsync(47, NameSpace.Catalog, "other", None)).Should().BeNull();
        (await Queries.ListDoneItemsAsync(instanceId, None)).Should().BeEquivalentTo(["a.jpg"]);
    }

    [Fact]
    public async Task CommitItem_WritesEveryRow_WhenTheyHaveNoKey()
    {
        await Jobs.CommitItemAsync(new ItemCommit(instanceId, AJob.Row(LogTypes.UploadError)), None);
        await Jobs.CommitItemAsync(new ItemCommit(instanceId, AJob.Row(LogTypes.UploadError)), None);

        (await CountersAsync()).FileError.Should().Be(2);
        (await Queries.ListDoneItemsAsync(instanceId, None)).Should().BeEmpty();
    }

    [Fact]
    public async Task CommitItem_Throws_WhenTheInstanceHasEnded()
    {
        await Jobs.EndInstanceAsync(AJob.End(instanceId), None);

        var act = () => Jobs.CommitItemAsync(AJob.Item(instanceId, "a.jpg"), None);

        (await act.Should().ThrowAsync<StateConflictException>()).Which.Actual.Should().Be("Done");
    }

    [Fact]
    public async Task CommitItem_AddsTheAsset_WhenItBringsOne()
    {
        var id = await Jobs.CommitItemAsync(AJob.Item(instanceId, "shoe.jpg") with { Asset = AJob.Add() }, None);

        var stored = await Assets.FindAsync(47, id!.Value, None);
        stored.Should().BeEquivalentTo(
            new
            {
                AssetId = id, CompanyId = 47, Name = "shoe", NameSpace = NameSpace.Catalog, ReadyForPublish = true,
                TrashState = TrashStates.NotInTrash, CreatedUtc = Now, ModifiedUtc = Now,
            });
        stored!.Content.Should().BeEquivalentTo(AJob.Content(), o => o.WithoutStrictOrdering());
        (await ItemRowsAsync()).Single().AssetId.Should().Be(id);
        await using var db = Tables();
        (await db.Folders.Select(f => f.Path).ToListAsync()).Should()
            .BeEquivalentTo(["SampleCompany/", "SampleCompany/a/", "SampleCompany/a/b/"]);
    }

    [Fact]
    public async Task CommitItem_RefusesTheItem_WhenTheNameIsTaken()
    {
        await Jobs.CommitItemAsync(AJob.Item(instanceId, "1") with { Asset = AJob.Add() }, None);

        var act = () => Jobs.CommitItemAsync(AJob.Item(instanceId, "2") with { Asset = AJob.Add() }, None);

        (await act.Should().ThrowAsync<NameTakenException>()).Which.Name.Should().Be("shoe");
        (await CountersAsync()).FileSuccess.Should().Be(1);
    }

    [Fact]
    public async Task CommitItem_KeepsWhatAReplacedAssetIs_WhenItReplaces()
    {
        var id = (await Jobs.CommitItemAsync(AJob.Item(instanceId, "1") with { Asset = AJob.Add() }, None))!.Value;
        var before = await Assets.FindAsync(47, id, None);
        Time.Advance(TimeSpan.FromMinutes(1));
        var content = AJob.Content("shoe.png") with { Folder = "SampleCompany/c/", Keywords = ["blue", "red"], ProjectIds = [9], FileSize = 5 };

        var changed = await Jobs.CommitItemAsync(
            AJob.Item(instanceId, "2", LogTypes.FileUpdated) with { Asset = new ReplaceAsset(id, ReadyForPublish: null, content, UserId: 50) }, None);

        changed.Should().Be(id);
        var after = await Assets.FindAsync(47, id, None);
        after.Should().BeEquivalentTo(before! with
        {
            ModifiedUtc = Now,
            ModifiedBy = 50,
            MetadataUtc = Now,
            Content = content with { Keywords = ["red", "größe", "blue"], ProjectIds = [3, 7, 9] },
        });
        (await CountersAsync()).Should().Be(new JobCounters { FileSuccess = 1, FileUpdate = 1 });
    }

    [Fact]
    public async Task CommitItem_SetsThePublishMark_WhenAReplacementSaysSo()
    {
        var id = (await Jobs.CommitItemAsync(AJob.Item(instanceId, "1") with { Asset = AJob.Add() }, None))!.Value;

        await Jobs.CommitItemAsync(
            AJob.Item(instanceId, "2") with { Asset = new ReplaceAsset(id, ReadyForPublish: false, AJob.Content(), UserId: 50) }, None);

        (await Assets.FindAsync(47, id, None))!.ReadyForPublish.Should().BeFalse();
    }

    [Fact]
    public async Task CommitItem_Throws_WhenTheReplacedAssetIsGone()
    {
        var act = () => Jobs.CommitItemAsync(
            AJob.Item(instanceId, "2") with { Asset = new ReplaceAsset(999, ReadyForPublish: null, AJob.Content(), UserId: 50) }, None);

        await act.Should().ThrowAsync<StateConflictException>();
    }

    [Fact]
    public async Task CommitItem_KeepsTheNewestRevision_WhenAnAssetIsPublishedTwice()
    {
        await Jobs.CommitItemAsync(AJob.Item(instanceId, "1") with { Published = [new PublishRecord(5, 1, 2, "r1"), new PublishRecord(6, 1, 2, "r1")] }, None);
        await Jobs.CommitItemAsync(AJob.Item(instanceId, "2") with { Published = [new PublishRecord(5, 1, 2, "r2"), new PublishRecord(5, 1, 3, "r9")] }, None);

        (await Assets.ListPublishedAsync(1, 2, None)).Should().BeEquivalentTo(new Dictionary<long, string> { [5] = "r2", [6] = "r1" });
    }

    [Fact]
    public async Task CommitItem_MovesItsFiles_WhenItHasSome()
    {
        var move = Staged("new content", "companies/SampleCompany/original/a/shoe.jpg");

        await Jobs.CommitItemAsync(AJob.Item(instanceId, "1") with { Asset = AJob.Add(), Files = [move] }, None);

        (await File.ReadAllTextAsync(move.FinalPath)).Should().Be("new content");
        File.Exists(move.StagedPath).Should().BeFalse();
    }

    [Fact]
    public async Task CommitItem_ReplacesAFile_WhenItExists()
    {
        var first = Staged("old", "companies/SampleCompany/original/shoe.jpg");
        await Jobs.CommitItemAsync(AJob.Item(instanceId, "1") with { Files = [first] }, None);
        var second = Staged("new", "companies/SampleCompany/original/shoe.jpg");

        await Jobs.CommitItemAsync(AJob.Item(instanceId, "2") with { Files = [second] }, None);

        (await File.ReadAllTextAsync(second.FinalPath)).Should().Be("new");
    }

    [Fact]
    public async Task CommitItem_LeavesFilesInStaging_WhenItIsRefused()
    {
        await Jobs.CommitItemAsync(AJob.Item(instanceId, "1") with { Asset = AJob.Add() }, None);
        var taken = Staged("x", "companies/SampleCompany/original/taken.jpg");
        var done = Staged("y", "companies/SampleCompany/original/done.jpg");

        var act = () => Jobs.CommitItemAsync(AJob.Item(instanceId, "2") with { Asset = AJob.Add(), Files = [taken] }, None);
        await act.Should().ThrowAsync<NameTakenException>();
        await Jobs.CommitItemAsync(AJob.Item(instanceId, "1") with { Files = [done] }, None);

        File.Exists(taken.FinalPath).Should().BeFalse();
        File.Exists(taken.StagedPath).Should().BeTrue();
        File.Exists(done.FinalPath).Should().BeFalse();
    }

    [Fact]
    public async Task CommitItem_FailsAlone_WhenAStagedFileIsMissing()
    {
        var good = Enumerable.Range(0, 20).Select(i => Staged("content " + i, $"publish/x/{i}/file.bin")).ToList();
        var missing = new FileMove(Path.Combine(Folder, "staging", "nothing"), Path.Combine(Folder, "publish", "nothing"));

        var bad = Jobs.CommitItemAsync(AJob.Item(instanceId, "bad") with { Files = [missing] }, None);
        await Task.WhenAll(good.Select((m, i) => Jobs.CommitItemAsync(AJob.Item(instanceId, "good" + i) with { Files = [m] }, None)));

        await ((Func<Task>)(() => bad)).Should().ThrowAsync<FileNotFoundException>();
        good.Should().OnlyContain(m => File.Exists(m.FinalPath));
        (await CountersAsync()).FileSuccess.Should().Be(20);
    }

    [Fact]
    public async Task CommitItem_PutsItsOtherFilesBack_WhenOneCannotBeMoved()
    {
        var good = Staged("x", "publish/x/file.bin");
        var blocked = Staged("y", "publish/x/file.bin/below");

        var act = () => Jobs.CommitItemAsync(AJob.Item(instanceId, "1") with { Files = [good, blocked] }, None);

        await act.Should().ThrowAsync<IOException>();
        File.Exists(good.StagedPath).Should().BeTrue();
        File.Exists(good.FinalPath).Should().BeFalse();
        (await Queries.ListDoneItemsAsync(instanceId, None)).Should().BeEmpty();
    }

    [Fact]
    public async Task Dispose_CommitsWhatHasArrived_WhenItemsWithFilesAreUnderWay()
    {
        var items = Enumerable.Range(0, 50)
            .Select(i => Jobs.CommitItemAsync(AJob.Item(instanceId, "f" + i) with { Files = [Staged("c", $"publish/{i}.bin")] }, None)).ToList();

        await RestartAsync();

        await Task.WhenAll(items);
        (await Queries.ListDoneItemsAsync(instanceId, None)).Should().HaveCount(50);
    }

    // An upload that races the deletion of a large folder restores the folder it needs, in the store and on disk.
    [Fact]
    public async Task CommitItem_RestoresItsFolder_WhenItWasDeletedMeanwhile()
    {
        await Jobs.CommitItemAsync(AJob.Item(instanceId, "1") with { Asset = AJob.Add(), Files = [Staged("one", "original/a/b/one.bin")] }, None);
        var late = Staged("two", "original/a/b/two.bin");
        var folders = Services.GetRequiredService<IFolderEdits>();
        var company = new Company { CompanyId = 47, Name = "Sample Company", RootPath = "SampleCompany/" };
        var found = await folders.ListAssetsAsync(company, "SampleCompany/a/", None);
        (await folders.TryDeleteAsync(company, "SampleCompany/a/", found, userId: 7, None)).Should().BeTrue();
        (await folders.ExistsAsync(company, "SampleCompany/a/b/", None)).Should().BeFalse();
        Directory.Delete(Path.Combine(Folder, "original"), recursive: true);

        await Jobs.CommitItemAsync(AJob.Item(instanceId, "2") with { Asset = AJob.Add("two"), Files = [late] }, None);

        await using var after = Tables();
        (await after.Folders.Select(f => f.Path).ToListAsync()).Should().BeEquivalentTo("SampleCompany/", "SampleCompany/a/", "SampleCompany/a/b/");
        (await File.ReadAllTextAsync(late.FinalPath)).Should().Be("two");
        (await Assets.FindByNameAsync(47, NameSpace.Catalog, "two", None))!.TrashState.Should().Be(TrashStates.NotInTrash);
    }

    private FileMove Staged(string content, string target)
    {
        var staged = Path.Combine(Folder, "staging", Guid.NewGuid().ToString("N"));
        File.WriteAllText(staged, content);
        return new FileMove(staged, Path.Combine(Folder, target));
    }

    private async Task<JobCounters> CountersAsync() => (await Queries.FindInstanceAsync(instanceId, None))!.Counters;

    private async Task<List<LogRow>> ItemRowsAsync()
    {
        var instance = await Queries.FindInstanceAsync(instanceId, None);
        var logs = await Queries.ListLogDetailsAsync(new JobLogDetailFilter(47) { Handle = instance!.Handle }, None);
        return [.. logs.Single().Rows.Where(r => r.ItemKey is not null)];
    }
}
