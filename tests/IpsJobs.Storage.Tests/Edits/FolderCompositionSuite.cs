using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Files;
using IpsJobs.Storage.Edits;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Storage.Tests.Edits;

/// <summary>Folders that were stored as they were spelled get their composed names, with everything in them.</summary>
public abstract class FolderCompositionSuite : StoreTest
{
    private const string Spelled = "SampleCompany/cafe\u0301/";
    private const string Composed = "SampleCompany/caf\u00E9/";

    private IAssetEdits Edits => Services.GetRequiredService<IAssetEdits>();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Administration.AddCompanyAsync("Sample Company", "SampleCompany/", 47, None);
    }

    [Fact]
    public async Task Apply_MovesAssetsWithTheirFiles_AlsoWhenBothSpellingsExist()
    {
        var (one, deep, there) = (await AddAsync("one", Spelled), await AddAsync("deep", Spelled + "x/"), await AddAsync("there", Composed));
        var set = await Edits.AddAsync(
            AJob.Add("one.jpg") with { Content = AJob.Content("one.jpg") with { Folder = Spelled, Type = AssetTypes.ImageSet } }, None);

        await ApplyAsync();
        await ApplyAsync();

        (await FolderAsync(one), await FolderAsync(deep), await FolderAsync(there), await FolderAsync(set))
            .Should().Be((Composed, Composed + "x/", Composed, Composed));
        (await File.ReadAllTextAsync(Original(Composed, "one")), await File.ReadAllTextAsync(Original(Composed + "x/", "deep"))).Should().Be(("one", "deep"));
        File.Exists(Original(Spelled, "one")).Should().BeFalse();
        Folders().Should().Equal("SampleCompany/", Composed, Composed + "x/");
    }

    [Fact]
    public async Task Apply_LeavesAnAsset_WhosePlaceIsTaken()
    {
        var one = await AddAsync("one", Spelled);
        Write(Composed, "one");

        await ApplyAsync();

        (await FolderAsync(one)).Should().Be(Spelled);
        Folders().Should().Contain(Spelled);
    }

    private Task ApplyAsync() => Services.GetRequiredService<FolderComposition>().ApplyAsync(None);

    private async Task<long> AddAsync(string name, string folder)
    {
        Write(folder, name);
        return await Edits.AddAsync(AJob.Add(name) with { Content = AJob.Content(name + ".jpg") with { Folder = folder } }, None);
    }

    private void Write(string folder, string name)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Original(folder, name))!);
        File.WriteAllText(Original(folder, name), name);
    }

    private async Task<string> FolderAsync(long id) => (await Assets.FindAsync(47, id, None))!.Content.Folder;

    private List<string> Folders()
    {
        using var tables = Tables();
        return [.. tables.Folders.Select(f => f.Path).ToList().Order(StringComparer.Ordinal)];
    }

    private string Original(string folder, string name) => new DataFolder(Folder).Original("SampleCompany/", folder, name + ".jpg");
}
