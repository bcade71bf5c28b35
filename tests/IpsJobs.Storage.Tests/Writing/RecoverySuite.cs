using IpsJobs.Core.Files;
using IpsJobs.Core.Jobs;
using IpsJobs.Storage.Files;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Storage.Tests.Writing;

/// <summary>Files and rows of an item agree, whatever moment the process is killed at and whatever fails.</summary>
public abstract class RecoverySuite : StoreTest
{
    private const string Item = "shoe.jpg";
    private long instanceId;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        instanceId = (await Jobs.AddInstanceAsync(AJob.New(), None)).InstanceId;
        await Jobs.StartInstanceAsync(AJob.Start(instanceId), None);
    }

    [Fact]
    public void Apply_RemovesTheFile_WhenItsItemHasNoRow()
    {
        var place = Place("companies/a/new.jpg");
        Begin(place, "new");

        Recover();

        File.Exists(place).Should().BeFalse();
        UndoIsEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("old")]
    public void Apply_PutsThePlaceBack_WhenItsNameIsAsLongAsNamesCanBe(string before)
    {
        var place = Place("companies/a/" + new string('n', 251) + ".jpg", before.Length == 0 ? null : before);
        Begin(place, "new");

        Recover();

        (File.Exists(place) ? File.ReadAllText(place) : "").Should().Be(before);
        UndoIsEmpty();
    }

    [Fact]
    public void Apply_BringsTheReplacedFileBack_WhenItsItemHasNoRow()
    {
        var place = Place("companies/a/old.jpg", "old");
        Begin(place, "new");

        Recover();

        File.ReadAllText(place).Should().Be("old");
        UndoIsEmpty();
    }

    [Fact]
    public async Task Apply_KeepsTheFile_WhenItsItemHasItsRow()
    {
        var place = Place("companies/a/old.jpg", "old");
        Begin(place, "new");
        await Jobs.CommitItemAsync(AJob.Item(instanceId, Item), None);

        Recover();

        File.ReadAllText(place).Should().Be("new");
        UndoIsEmpty();
    }

    [Fact]
    public void Apply_BringsTheReplacedFileBack_WhenTheKillCameBeforeTheRename()
    {
        var place = Place("companies/a/old.jpg", "old");
        UndoFolder.Of(Data, instanceId, Item).Remember(place);

        Recover();
        Recover();

        File.ReadAllText(place).Should().Be("old");
    }

    [Fact]
    public async Task Apply_FreesOnlyThePlacesOfItemsWithoutRow_WhenManyCameTogether()
    {
        var (kept, taken, freed) = (Place("companies/a/kept.jpg"), Place("companies/a/taken back.jpg"), Place("companies/a/ü.jpg"));
        var undo = UndoFolder.Of(Data, instanceId, Item).Root;
        var fresh = FreshPlaces.Write(
            Data, undo, [(UndoFolder.NameOf("kept"), kept), (UndoFolder.NameOf("taken back"), taken), (UndoFolder.NameOf("freed"), freed)]);
        fresh.Restore(UndoFolder.NameOf("taken back"));
        foreach (var place in (string[])[kept, taken, freed])
            File.WriteAllText(place, "new");
        await Jobs.CommitItemAsync(AJob.Item(instanceId, "kept"), None);

        Recover();

        // What was taken back does not count any more: by now another item may have come to the place.
        Directory.EnumerateFiles(Path.GetDirectoryName(kept)!).Should().BeEquivalentTo([kept, taken]);
        UndoIsEmpty();
    }

    [Fact]
    public async Task CommitItem_BringsTheReplacedFileBack_WhenItsRowsCannotBeWritten()
    {
        var place = Place("companies/a/old.jpg", "old");
        var obsolete = Place("companies/a/obsolete.jpg", "obsolete");
        var staged = Place("staging/new.jpg", "new");

        // The table refuses an asset without a name, after the files have been moved.
        var act = () => Jobs.CommitItemAsync(
            AJob.Item(instanceId, Item) with { Asset = AJob.Add(null!), Files = [new FileMove(staged, place)], Obsolete = [obsolete] }, None);

        await act.Should().ThrowAsync<Exception>();
        File.ReadAllText(place).Should().Be("old");
        File.ReadAllText(staged).Should().Be("new");
        File.ReadAllText(obsolete).Should().Be("obsolete");
        UndoIsEmpty();
    }

    [Fact]
    public async Task CommitItem_TakesObsoleteFilesAway_WhenItIsCommitted()
    {
        var obsolete = Place("companies/a/obsolete.jpg", "obsolete");
        var place = Path.Combine(Folder, "companies/a/new.jpg");

        await Jobs.CommitItemAsync(
            AJob.Item(instanceId, Item) with { Files = [new FileMove(Place("staging/new.jpg", "new"), place)], Obsolete = [obsolete] }, None);

        File.Exists(obsolete).Should().BeFalse();
        File.ReadAllText(place).Should().Be("new");
        UndoIsEmpty();
    }

    [Fact]
    public async Task CommitItem_RefusesTheItem_WhenItHasFilesAndNoKey()
    {
        var item = AJob.Item(instanceId, Item);
        var move = new FileMove(Place("staging/new.jpg", "new"), Path.Combine(Folder, "companies/a/new.jpg"));

        var act = () => Jobs.CommitItemAsync(item with { Row = item.Row with { ItemKey = null }, Files = [move] }, None);

        await act.Should().ThrowAsync<ArgumentException>();
    }

    private DataFolder Data => Services.GetRequiredService<DataFolder>();

    private void Recover() => Services.GetRequiredService<StoreRecovery>().Apply();

    // What a process has done when it is killed between the rename and the commit.
    private void Begin(string place, string content)
    {
        var undo = UndoFolder.Of(Data, instanceId, Item);
        if (File.Exists(place))
            undo.Remember(place);
        else
            FreshPlaces.Write(Data, undo.Root, [(undo.Name, place)]);
        File.Move(Place("staging/begun.jpg", content), place, overwrite: true);
    }

    private void UndoIsEmpty() =>
        Directory.EnumerateFiles(Data.StagingOf(instanceId), "*", SearchOption.AllDirectories).Should().BeEmpty();

    private string Place(string path, string? content = null)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        if (content is not null)
            File.WriteAllText(full, content);
        return full;
    }
}
