using System.Collections.Concurrent;
using System.Globalization;
using IpsJobs.Core.Constants;
using IpsJobs.EndToEnd.Tests.Hosting;
using IpsJobs.Server.Client;

namespace IpsJobs.EndToEnd.Tests.Crash;

/// <summary>Clients that rename, move, trash and purge whatever there is until the server is gone, and remember what was answered.</summary>
/// <param name="world">The server's.</param>
/// <param name="admin">Starts the purge of the trash.</param>
internal sealed class EditLoad(ServerWorld world, IpsClient admin)
{
    private const int FilesPerRound = 30;
    private const int Movers = 2;
    private const string Company = "<companyHandle>c|47</companyHandle>";
    private static readonly string[] Folders = ["Spring", "Spring/Shoes", "Autumn", "Winter/Coats/Long"];
    private readonly ConcurrentDictionary<long, (string Answered, string? Asked)> names = new();
    private readonly ConcurrentBag<string> failures = [];
    private int rounds;
    private int done;
    private int refused;
    private int count;

    /// <summary>Shows that there was work.</summary>
    public string Describe() => string.Create(CultureInfo.InvariantCulture, $"{done} edits done, {refused} refused");

    /// <summary>Sends new files, each with a content of its own, into folders that move about.</summary>
    public async Task UploadAsync()
    {
        var round = string.Create(CultureInfo.InvariantCulture, $"r{++rounds}");
        var source = world.Data.Incoming(ServerWorld.CompanyRoot).Resolve(round);
        for (var i = 0; i < FilesPerRound; i++)
        {
            var folder = Path.Combine(source, Folders[i % Folders.Length]);
            Directory.CreateDirectory(folder);
            var name = string.Create(CultureInfo.InvariantCulture, $"{round}-{i}.css");
            await File.WriteAllTextAsync(Path.Combine(folder, name), $"p {{ content: '{name}' }}");
        }

        await world.SubmitAsync("Upload " + round, $"""
            <uploadDirectoryJob><serverDir>{round}</serverDir><overwrite>true</overwrite><readyForPublish>true</readyForPublish>
            <includeSubfolders>true</includeSubfolders><createMask>false</createMask><processMetadataFiles>false</processMetadataFiles>
            <emailSetting>None</emailSetting></uploadDirectoryJob>
            """);
    }

    /// <summary>Edits until the server is gone.</summary>
    public Task RunAsync(Random random) => Task.WhenAll(
        Enumerable.Repeat<Func<Random, Task>>(MoveAsync, Movers).Concat([RenameAsync, RenameFolderAsync, MoveFolderAsync, TrashAsync, PurgeAsync])
            .Select(edit => RepeatAsync(edit, new Random(random.Next()))));

    /// <summary>Assets whose name is neither the one last answered nor one asked for after it, and failures of the server.</summary>
    public IEnumerable<string> Findings()
    {
        var stored = world.Store.List("""SELECT "AssetId", "Name" FROM "Assets" """, r => KeyValuePair.Create(r.GetInt64(0), r.GetString(1)))
            .ToDictionary();
        foreach (var (id, (answered, asked)) in names.Where(n => stored.ContainsKey(n.Key)))
        {
            if (stored[id] != answered && stored[id] != asked)
                yield return $"Asset {id} is called {stored[id]}, but was answered to be {answered}, and asked to be {asked ?? "nothing else"}";
            names[id] = (stored[id], null);
        }

        foreach (var failure in failures)
            yield return failure;
    }

    private static async Task RepeatAsync(Func<Random, Task> edit, Random random)
    {
        try
        {
            while (true)
                await edit(random);
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException)
        {
            // The server was killed.
        }
    }

    private async Task RenameAsync(Random random)
    {
        if (Pick(random, 1) is not [var asset])
            return;
        var name = string.Create(CultureInfo.InvariantCulture, $"name {Interlocked.Increment(ref count)}");
        names[asset.Id] = (asset.Name, name);
        var isDone = await AskAsync(
            "renameAsset", $"<assetHandle>a|{asset.Id}</assetHandle><newName>{name}</newName><validateName>true</validateName>");
        names[asset.Id] = (isDone ? name : asset.Name, null);
    }

    private async Task MoveAsync(Random random)
    {
        var folder = PickFolder(random);
        var moves = Pick(random, 5).Select(a => $"<items><assetHandle>a|{a.Id}</assetHandle><folderHandle>{folder}</folderHandle></items>");
        await AskAsync("moveAssets", $"<assetMoveArray>{string.Concat(moves)}</assetMoveArray>");
    }

    private Task<bool> RenameFolderAsync(Random random) => AskAsync(
        "renameFolder", $"<folderHandle>{PickFolder(random)}</folderHandle><folderName>folder {Interlocked.Increment(ref count)}</folderName>");

    private Task<bool> MoveFolderAsync(Random random) => AskAsync(
        "moveFolder", $"<folderHandle>{PickFolder(random)}</folderHandle><destFolderHandle>{PickFolder(random)}</destFolderHandle>");

    private async Task TrashAsync(Random random)
    {
        var assets = Pick(random, 3);
        await AskAsync("deleteAssets", Handles(assets));
        await AskAsync("restoreAssetsFromTrash", Handles(assets.Take(1)));
        await AskAsync("emptyAssetsFromTrash", Handles(assets.Skip(1)));
    }

    private async Task PurgeAsync(Random random)
    {
        await CountAsync(() => admin.PostElementAsync(
            System.Xml.Linq.XElement.Parse(
                $"""<executeJobParam xmlns="{Wire.Latest}"><companyHandle>c|0</companyHandle><jobHandle>j|0|Cleanup||</jobHandle></executeJobParam>"""),
            CancellationToken.None));
        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(20, 200)), TimeProvider.System);
    }

    private Task<bool> AskAsync(string operation, string content) => CountAsync(() => world.PostAsync(operation, Company + content));

    // A folder that was moved meanwhile, a name in use: such refusals are right. A failure of the server is not.
    private async Task<bool> CountAsync(Func<Task> ask)
    {
        try
        {
            await ask();
            Interlocked.Increment(ref done);
            return true;
        }
        catch (IpsFaultException fault)
        {
            Interlocked.Increment(ref refused);
            if (fault.Reason.Contains("Internal error", StringComparison.Ordinal))
                failures.Add(fault.Message);
            return false;
        }
    }

    private List<(long Id, string Name)> Pick(Random random, int most)
    {
        var present = world.Store.List(
            $"""SELECT "AssetId", "Name" FROM "Assets" WHERE "TrashState" = '{TrashStates.NotInTrash}'""", r => (r.GetInt64(0), r.GetString(1)));
        return present.Count == 0 ? [] : [.. random.GetItems(present.ToArray(), most).Distinct()];
    }

    private string PickFolder(Random random)
    {
        var folders = world.Store.List("""SELECT "Path" FROM "Folders" """, r => r.GetString(0));
        return "f|" + folders[random.Next(folders.Count)];
    }

    private static string Handles(IEnumerable<(long Id, string Name)> assets) =>
        $"<assetHandleArray>{string.Concat(assets.Select(a => $"<items>a|{a.Id}</items>"))}</assetHandleArray>";
}
