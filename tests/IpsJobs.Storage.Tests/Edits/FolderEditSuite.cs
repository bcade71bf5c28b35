using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Assets.Folders;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Files;
using IpsJobs.Storage.Edits;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Storage.Tests.Edits;

/// <summary>Folders change with everything in them, or not at all.</summary>
public abstract class FolderEditSuite : StoreTest
{
    private static readonly Company Owner = new() { CompanyId = 47, Name = "Sample Company", RootPath = "SampleCompany/" };

    private IFolderEdits Folders => Services.GetRequiredService<IFolderEdits>();

    [Fact]
    public async Task Move_TakesSubfoldersAssetsTrashAndFilesAlong()
    {
        var one = await AddAsync("one", "SampleCompany/öl😀/");
        var two = await AddAsync("two", "SampleCompany/öl😀/deep/er/");
        var beside = await AddAsync("beside", "SampleCompany/öl😀 2/");
        await Services.GetRequiredService<IAssetEdits>().ApplyAsync(Owner, [new TrashAsset(two, UserId: 50)], None);
        Time.Advance(TimeSpan.FromMinutes(1));

        (await MoveAsync("SampleCompany/öl😀/", "SampleCompany/new/öl/")).Should().BeTrue();

        (await PlaceAsync(one)).Folder.Should().Be("SampleCompany/new/öl/");
        (await PlaceAsync(two)).Folder.Should().Be("SampleCompany/new/öl/deep/er/");
        (await PlaceAsync(beside)).Folder.Should().Be("SampleCompany/öl😀 2/");
        (await Assets.FindAsync(47, one, None))!.ModifiedUtc.Should().Be(Now);
        File.ReadAllText(Original("new/öl/one.jpg")).Should().Be("one");
        File.ReadAllText(Original("new/öl/deep/er/two.jpg")).Should().Be("two");
        File.Exists(Original("öl😀/one.jpg")).Should().BeFalse();
        (await ExistAsync("SampleCompany/öl😀/", "SampleCompany/öl😀/deep/", "SampleCompany/new/", "SampleCompany/new/öl/deep/er/", "SampleCompany/öl😀 2/"))
            .Should().Equal(false, false, true, true, true);
        Services.GetRequiredService<RelocationJournal>().List().Should().BeEmpty();
    }

    [Fact]
    public async Task Folders_KnowWhenTheyAndWhatIsInThemChanged()
    {
        var start = Now;
        var id = await AddAsync("one", "SampleCompany/a/b/");
        (await DatesAsync()).Should().BeEquivalentTo(
        [
            new StoredFolder("SampleCompany/", start), new StoredFolder("SampleCompany/a/", start), new StoredFolder("SampleCompany/a/b/", start, start),
        ]);

        Time.Advance(TimeSpan.FromMinutes(1));
        var added = Now;
        await AddAsync("two", "SampleCompany/a/b/");
        Time.Advance(TimeSpan.FromMinutes(1));
        var moved = Now;
        await MoveAsync("SampleCompany/a/", "SampleCompany/c/");
        (await DatesAsync()).Should().BeEquivalentTo(
        [
            new StoredFolder("SampleCompany/", start, moved), new StoredFolder("SampleCompany/c/", moved), new StoredFolder("SampleCompany/c/b/", start, moved),
        ]);
        moved.Should().BeAfter(added);

        Time.Advance(TimeSpan.FromMinutes(1));
        await Services.GetRequiredService<IAssetEdits>().ApplyAsync(Owner, [new TrashAsset(id, UserId: 50)], None);
        (await DatesAsync()).Single(f => f.Path == "SampleCompany/c/b/").ContentUtc.Should().Be(Now, "an asset left it");
        Time.Advance(TimeSpan.FromMinutes(1));
        await Folders.TryDeleteAsync(Owner, "SampleCompany/c/", await Folders.ListAssetsAsync(Owner, "SampleCompany/c/", None), 50, None);
        (await DatesAsync()).Should().Equal(new StoredFolder("SampleCompany/", start, Now));
    }

    [Fact]
    public async Task Move_TakesASetAlong_ThatHasThePathOfAFile()
    {
        var one = await AddAsync("one", "SampleCompany/a/");
        var content = AJob.Content("one.jpg") with { Type = AssetTypes.ImageSet, Folder = "SampleCompany/a/" };
        var set = await Services.GetRequiredService<IAssetEdits>().AddAsync(AJob.Add("one.jpg") with { Content = content }, None);

        (await MoveAsync("SampleCompany/a/", "SampleCompany/b/")).Should().BeTrue();

        (await PlaceAsync(one)).Folder.Should().Be("SampleCompany/b/");
        (await PlaceAsync(set)).Folder.Should().Be("SampleCompany/b/");
        File.ReadAllText(Original("b/one.jpg")).Should().Be("one");
        File.Exists(Original("a/one.jpg")).Should().BeFalse();
    }

    [Fact]
    public async Task Move_DoesNothing_WhenAnUploadWasFaster()
    {
        var one = await AddAsync("one", "SampleCompany/a/");
        var seen = await Folders.ListAssetsAsync(Owner, "SampleCompany/a/", None);
        await AddAsync("late", "SampleCompany/a/");

        (await Folders.TryMoveAsync(Owner, "SampleCompany/a/", "SampleCompany/b/", seen, 50, None)).Should().BeFalse();

        (await PlaceAsync(one)).Folder.Should().Be("SampleCompany/a/");
        File.ReadAllText(Original("a/one.jpg")).Should().Be("one");
        File.Exists(Original("b/one.jpg")).Should().BeFalse();
        (await ExistAsync("SampleCompany/b/")).Should().Equal(false);
    }

    [Fact]
    public async Task Move_IsRefused_WhenTheNewPathExists()
    {
        await AddAsync("one", "SampleCompany/a/");
        await Folders.CreateAsync(Owner, "SampleCompany/b/", None);

        var move = () => MoveAsync("SampleCompany/a/", "SampleCompany/b/");

        await move.Should().ThrowAsync<NameTakenException>();
        File.ReadAllText(Original("a/one.jpg")).Should().Be("one");
        File.Exists(Original("b/one.jpg")).Should().BeFalse();
    }

    [Fact]
    public async Task Delete_PutsAssetsIntoTheTrash_AndRestoringMakesTheFolderAgain()
    {
        var one = await AddAsync("one", "SampleCompany/a/b/");
        var other = await AddAsync("other", "SampleCompany/c/");

        (await Folders.TryDeleteAsync(Owner, "SampleCompany/a/", await Folders.ListAssetsAsync(Owner, "SampleCompany/a/", None), 50, None))
            .Should().BeTrue();

        var deleted = (await Assets.FindAsync(47, one, None))!;
        (deleted.TrashState, deleted.TrashedUtc).Should().Be((TrashStates.InTrash, Now));
        (await Assets.FindAsync(47, other, None))!.TrashState.Should().Be(TrashStates.NotInTrash);
        (await ExistAsync("SampleCompany/a/", "SampleCompany/a/b/", "SampleCompany/c/")).Should().Equal(false, false, true);
        File.ReadAllText(Original("a/b/one.jpg")).Should().Be("one");
        await Services.GetRequiredService<IAssetEdits>().ApplyAsync(Owner, [new RestoreAsset(one, UserId: 50)], None);
        (await ExistAsync("SampleCompany/a/", "SampleCompany/a/b/")).Should().Equal(true, true);
    }

    [Fact]
    public async Task Delete_DoesNothing_WhenAnUploadWasFaster()
    {
        var seen = await Folders.ListAssetsAsync(Owner, "SampleCompany/a/", None);
        var late = await AddAsync("late", "SampleCompany/a/");

        (await Folders.TryDeleteAsync(Owner, "SampleCompany/a/", seen, 50, None)).Should().BeFalse();

        (await Assets.FindAsync(47, late, None))!.TrashState.Should().Be(TrashStates.NotInTrash);
    }

    [Fact]
    public async Task Replace_LeavesTheAssetWhereItIs_WhenItsFolderWasRenamedMeanwhile()
    {
        var one = await AddAsync("one", "SampleCompany/a/");
        var seen = (await Assets.FindAsync(47, one, None))!;
        await MoveAsync("SampleCompany/a/", "SampleCompany/b/");
        var change = new ReplaceAsset(one, ReadyForPublish: null, seen.Content with { FileSize = 77 }, UserId: 50) { KeepsPlace = true };

        await Services.GetRequiredService<IAssetEdits>().ApplyAsync(Owner, [change], None);

        (await PlaceAsync(one)).Should().Be(new AssetPlace("one", "SampleCompany/b/", "one.jpg"));
        (await Assets.FindAsync(47, one, None))!.Content.FileSize.Should().Be(77);
        (await ExistAsync("SampleCompany/a/")).Should().Equal(false);
    }

    private async Task<long> AddAsync(string name, string folder)
    {
        var path = Original(folder[Owner.RootPath.Length..] + name + ".jpg");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, name);
        var content = AJob.Content(name + ".jpg") with { Folder = folder };
        return await Services.GetRequiredService<IAssetEdits>().AddAsync(AJob.Add(name) with { Content = content }, None);
    }

    private async Task<bool> MoveAsync(string from, string to) =>
        await Folders.TryMoveAsync(Owner, from, to, await Folders.ListAssetsAsync(Owner, from, None), 50, None);

    private async Task<AssetPlace> PlaceAsync(long id) => AssetPlace.Of((await Assets.FindAsync(47, id, None))!);

    private Task<IReadOnlyList<StoredFolder>> DatesAsync() =>
        Services.GetRequiredService<IFolderLists>().ListAsync(Owner.CompanyId, Owner.RootPath, 100, None);

    private async Task<bool[]> ExistAsync(params string[] folders) =>
        await Task.WhenAll(folders.Select(f => Folders.ExistsAsync(Owner, f, None)));

    private string Original(string path) => new DataFolder(Folder).Originals(Owner.RootPath).Resolve(path);
}
