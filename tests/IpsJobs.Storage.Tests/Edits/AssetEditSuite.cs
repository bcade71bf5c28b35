using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Files;
using IpsJobs.Core.Jobs;
using IpsJobs.Storage.Edits;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Storage.Tests.Edits;

/// <summary>Edits of assets outside of jobs: rows and originals agree, whatever fails and whatever moment the process is killed at.</summary>
public abstract class AssetEditSuite : StoreTest
{
    private static readonly Company Owner = new() { CompanyId = 47, Name = "Sample Company", RootPath = "SampleCompany/" };

    private IAssetEdits Edits => Services.GetRequiredService<IAssetEdits>();

    [Fact]
    public async Task Relocate_TakesTheFileAlong_WhenTheAssetHasOne()
    {
        var id = await AddAsync("shoe", "bytes");
        Time.Advance(TimeSpan.FromMinutes(1));

        (await ApplyAsync(Move(id, "shoe", "boot", "SampleCompany/new/"))).Should().BeNull();

        var stored = (await Assets.FindAsync(47, id, None))!;
        AssetPlace.Of(stored).Should().Be(new AssetPlace("boot", "SampleCompany/new/", "boot.jpg"));
        (stored.ModifiedUtc, stored.MetadataUtc, stored.ModifiedBy).Should().Be((Now, Now, 50));
        File.ReadAllText(Original("new/boot.jpg")).Should().Be("bytes");
        File.Exists(Original("a/b/shoe.jpg")).Should().BeFalse();
        JournalIsEmpty();
    }

    [Fact]
    public async Task Relocate_LeavesTheFileToItsAsset_WhenASetHasThePathOfOne()
    {
        await AddAsync("shoe", "bytes");
        var set = await Edits.AddAsync(
            AJob.Add("shoe.jpg") with { Content = AJob.Content("shoe.jpg") with { Type = AssetTypes.ImageSet } }, None);

        (await ApplyAsync(new RelocateAsset(
            set,
            new AssetPlace("shoe.jpg", "SampleCompany/a/b/", "shoe.jpg"),
            new AssetPlace("set", "SampleCompany/a/b/", "set"),
            UserId: 50) { HasFile = false })).Should().BeNull();

        (await Assets.FindAsync(47, set, None))!.Name.Should().Be("set");
        File.ReadAllText(Original("a/b/shoe.jpg")).Should().Be("bytes");
        File.Exists(Original("a/b/set")).Should().BeFalse();
        JournalIsEmpty();
    }

    [Fact]
    public async Task Relocate_ChangesNothing_WhenTheNameIsTakenMeanwhile()
    {
        var id = await AddAsync("shoe", "bytes");
        await AddAsync("boot", file: null);

        var failure = await ApplyAsync(Move(id, "shoe", "boot"));

        failure.Should().BeOfType<NameTakenException>();
        (await Assets.FindAsync(47, id, None))!.Name.Should().Be("shoe");
        File.ReadAllText(Original("a/b/shoe.jpg")).Should().Be("bytes");
        File.Exists(Original("a/b/boot.jpg")).Should().BeFalse();
        JournalIsEmpty();
    }

    [Fact]
    public async Task Relocate_IsRefused_WhenAFileLiesInThePlace()
    {
        var id = await AddAsync("shoe", "bytes");
        Write("a/b/boot.jpg", "somebody's");

        (await ApplyAsync(Move(id, "shoe", "boot"))).Should().BeOfType<NameTakenException>();

        File.ReadAllText(Original("a/b/boot.jpg")).Should().Be("somebody's");
        (await Assets.FindAsync(47, id, None))!.Name.Should().Be("shoe");
    }

    [Fact]
    public async Task Relocate_IsRefused_WhenTheAssetWasMovedMeanwhile()
    {
        var id = await AddAsync("shoe", "bytes");
        await ApplyAsync(Move(id, "shoe", "boot"));

        (await ApplyAsync(Move(id, "shoe", "clog"))).Should().BeOfType<StateConflictException>();

        File.ReadAllText(Original("a/b/boot.jpg")).Should().Be("bytes");
    }

    [Fact]
    public async Task Apply_TellsPerChange_WhenSomeFail()
    {
        var one = await AddAsync("one", "1");
        var two = await AddAsync("two", "2");
        await AddAsync("held", file: null);

        var failures = await Edits.ApplyAsync(
            Owner, [Move(one, "one", "held"), Move(two, "two", "free"), new TrashAsset(999, UserId: 50)], None);

        failures.Select(f => f?.GetType()).Should().Equal(typeof(NameTakenException), null, typeof(StateConflictException));
        File.ReadAllText(Original("a/b/one.jpg")).Should().Be("1");
        File.ReadAllText(Original("a/b/free.jpg")).Should().Be("2");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Recovery_LeavesTheNameOfTheRow_WhenTheKillCameBetweenTheNames(bool rowIsWritten)
    {
        var id = await AddAsync("shoe", "bytes");
        var relocation = new FileRelocation(
            47, id, new AssetPlace("shoe", "SampleCompany/a/b/", "shoe.jpg"), new AssetPlace("boot", "SampleCompany/a/b/", "boot.jpg"),
            Relative("a/b/shoe.jpg"), Relative("a/b/boot.jpg"));
        Services.GetRequiredService<RelocationJournal>().Write([relocation]);
        Services.GetRequiredService<RelocatedFiles>().Double([relocation]);
        if (rowIsWritten)
            await Edits.ApplyAsync(Owner, [new EditAsset(id, UserId: 50) { Name = "boot" }], None);
        if (rowIsWritten)
            SetFileName(id, "boot.jpg");

        Services.GetRequiredService<StoreRecovery>().Apply();

        File.ReadAllText(Original(rowIsWritten ? "a/b/boot.jpg" : "a/b/shoe.jpg")).Should().Be("bytes");
        File.Exists(Original(rowIsWritten ? "a/b/shoe.jpg" : "a/b/boot.jpg")).Should().BeFalse();
        JournalIsEmpty();
    }

    [Fact]
    public async Task Recovery_LeavesFilesAlone_WhenThePageWasCutOff()
    {
        await AddAsync("shoe", "bytes");
        var page = Services.GetRequiredService<RelocationJournal>().Write([]);
        File.WriteAllText(page, "[{\"CompanyId\":47,");

        Services.GetRequiredService<StoreRecovery>().Apply();

        File.ReadAllText(Original("a/b/shoe.jpg")).Should().Be("bytes");
        JournalIsEmpty();
    }

    [Fact]
    public async Task Trash_GoesThereAndBack_AndIsGivenUpOnlyFromThere()
    {
        var id = await AddAsync("shoe", "bytes");

        (await ApplyAsync(new EmptyAsset(id, UserId: 50))).Should().BeOfType<StateConflictException>();
        (await ApplyAsync(new TrashAsset(id, UserId: 50))).Should().BeNull();
        (await ApplyAsync(new RestoreAsset(id, UserId: 50))).Should().BeNull();
        var restored = (await Assets.FindAsync(47, id, None))!;
        (await ApplyAsync(new RestoreAsset(id, UserId: 50))).Should().BeOfType<StateConflictException>();
        await ApplyAsync(new TrashAsset(id, UserId: 50));
        (await ApplyAsync(new EmptyAsset(id, UserId: 50))).Should().BeNull();
        (await ApplyAsync(new RestoreAsset(id, UserId: 50))).Should().BeOfType<StateConflictException>();

        (restored.TrashState, restored.TrashedUtc).Should().Be((TrashStates.NotInTrash, null));
        (await Assets.FindAsync(47, id, None))!.TrashState.Should().Be(TrashStates.InEmptiedTrash);
        File.ReadAllText(Original("a/b/shoe.jpg")).Should().Be("bytes");
    }

    [Fact]
    public async Task Purge_FreesTheName_AndClosesTheRanksOfItsSets()
    {
        var id = await AddAsync("shoe", file: null);
        var set = await Edits.AddAsync(
            AJob.Add("set") with { Content = AJob.Content("set.jpg") with { Members = [new SetMember(101), new SetMember(id), new SetMember(103) { Row = 2 }] } },
            None);
        (await ApplyAsync(new PurgeAsset(id, UserId: 0))).Should().BeOfType<StateConflictException>();
        await ApplyAsync(new TrashAsset(id, UserId: 50));

        (await ApplyAsync(new PurgeAsset(id, UserId: 0))).Should().BeNull();

        (await Assets.FindAsync(47, id, None)).Should().BeNull();
        (await Assets.ListMembersAsync(set, None)).Should().Equal(new SetMember(101), new SetMember(103) { Row = 2 });
        (await AddAsync("shoe", file: null)).Should().NotBe(id);
    }

    [Fact]
    public async Task Mark_HoldsForContexts_UntilItIsSetEverywhere()
    {
        var id = await AddAsync("shoe", file: null);
        Time.Advance(TimeSpan.FromMinutes(1));

        await ApplyAsync(new MarkAsset(id, UserId: 50) { Contexts = new Dictionary<int, bool> { [3] = false } });
        (await SelectedAsync(3), await SelectedAsync(4)).Should().Be((0, 1));
        await ApplyAsync(new MarkAsset(id, UserId: 50) { Everywhere = false });
        (await SelectedAsync(3), await SelectedAsync(4)).Should().Be((0, 0));
        await ApplyAsync(new MarkAsset(id, UserId: 50) { Contexts = new Dictionary<int, bool> { [4] = true } });
        (await SelectedAsync(3), await SelectedAsync(4)).Should().Be((0, 1));
        await ApplyAsync(new MarkAsset(id, UserId: 50) { Everywhere = true });

        (await SelectedAsync(3), await SelectedAsync(4)).Should().Be((1, 1));
        (await Assets.FindAsync(47, id, None))!.ModifiedUtc.Should().BeBefore(Now, "a mark is no new version of the asset");
    }

    private static RelocateAsset Move(long id, string from, string to, string folder = "SampleCompany/a/b/") => new(
        id,
        new AssetPlace(from, "SampleCompany/a/b/", from + ".jpg"),
        new AssetPlace(to, folder, to + ".jpg"),
        UserId: 50);

    private async Task<long> AddAsync(string name, string? file)
    {
        if (file is not null)
            Write($"a/b/{name}.jpg", file);
        return await Edits.AddAsync(AJob.Add(name), None);
    }

    private async Task<Exception?> ApplyAsync(AssetChange change) => (await Edits.ApplyAsync(Owner, [change], None))[0];

    private async Task<int> SelectedAsync(int contextId)
    {
        var count = 0;
        await foreach (var _ in Assets.ListForPublishAsync(47, contextId, all: false, None))
            count++;
        return count;
    }

    private string Original(string path) => new DataFolder(Folder).Originals(Owner.RootPath).Resolve(path);

    private string Relative(string path) => Path.GetRelativePath(Folder, Original(path));

    private void Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Original(path))!);
        File.WriteAllText(Original(path), content);
    }

    private void SetFileName(long id, string fileName)
    {
        using var tables = Tables();
        tables.Assets.Single(a => a.AssetId == id).FileName = fileName;
        tables.SaveChanges();
    }

    private void JournalIsEmpty() => Services.GetRequiredService<RelocationJournal>().List().Should().BeEmpty();
}
