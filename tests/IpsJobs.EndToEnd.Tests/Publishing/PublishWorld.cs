using System.Globalization;
using IpsJobs.Core.Jobs;
using IpsJobs.EndToEnd.Tests.Crash;
using IpsJobs.EndToEnd.Tests.Hosting;

namespace IpsJobs.EndToEnd.Tests.Publishing;

/// <summary>A world in which one type of publish is tried: uploads from the incoming folder, and what lies on the target.</summary>
internal sealed class PublishWorld(ServerWorld world, PublishKind kind, string? target = null)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);
    private static readonly string Root = ServerWorld.CompanyRoot.TrimEnd('/');
    private int generation;

    public string Target { get; } = target ?? world.Data.PublishTarget(kind.ContextType);

    public string Folder => kind.FolderOn(Target, Root);

    public string? CatalogPath => kind.CatalogOn(Target, Root);

    /// <summary>Delivered files without lists and leftovers.</summary>
    public IReadOnlyList<string> Delivered => Directory.Exists(Folder)
        ? [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Where(f => f != CatalogPath && !f.EndsWith(".part", StringComparison.Ordinal))]
        : [];

    /// <summary>Everything that says what is in force, by path; empty before the first publish and for types without lists.</summary>
    public Dictionary<string, byte[]> Catalogs
    {
        get
        {
            var folder = Path.GetDirectoryName(CatalogPath);
            if (folder is null || !Directory.Exists(folder))
                return [];
            var files = folder == Folder ? [CatalogPath!] : Directory.GetFiles(folder);
            return files.Where(File.Exists).ToDictionary(f => f, File.ReadAllBytes);
        }
    }

    /// <summary>Brings further files into the store.</summary>
    public async Task UploadAsync(int count, int size = 2_000)
    {
        var folder = string.Create(CultureInfo.InvariantCulture, $"g{++generation}");
        kind.Fill(world.Data.Incoming(ServerWorld.CompanyRoot).Resolve(folder), count, generation, size);
        var log = await RunAsync("Upload " + folder, $"""
            <uploadDirectoryJob><serverDir>{folder}</serverDir><overwrite>true</overwrite><readyForPublish>true</readyForPublish>
            <includeSubfolders>true</includeSubfolders><createMask>false</createMask><processMetadataFiles>false</processMetadataFiles>
            <emailSetting>None</emailSetting></uploadDirectoryJob>
            """);
        log.Counters.FileSuccess.Should().Be(count);
    }

    public Task<string> SubmitAsync(string name) => world.SubmitAsync(name, kind.Block);

    public async Task<StoredInstance> PublishAsync(string name)
    {
        await SubmitAsync(name);
        return await EndedAsync(name);
    }

    /// <summary>The instance of a job, once it has ended.</summary>
    public async Task<StoredInstance> EndedAsync(string name)
    {
        await ServerWorld.UntilAsync($"{name} ends", Limit, () => Task.FromResult(Find(name) is { HasEnd: true }));
        return Find(name)!;
    }

    public StoredInstance? Find(string name) => StoredInstance.ListOf(world.Store).SingleOrDefault(i => i.OriginalName == name);

    /// <summary>Number of rows of an instance by type.</summary>
    public Dictionary<string, long> Rows(StoredInstance instance) => world.Store.List(
        string.Create(CultureInfo.InvariantCulture, $"""SELECT "LogType", count(*) FROM "LogRows" WHERE "InstanceId" = {instance.Id} GROUP BY 1"""),
        r => KeyValuePair.Create(r.GetString(0), r.GetInt64(1))).ToDictionary();

    private async Task<StoredInstance> RunAsync(string name, string block)
    {
        await world.SubmitAsync(name, block);
        var ended = await EndedAsync(name);
        ended.Outcome.Should().Be(JobOutcome.Completed);
        return ended;
    }
}
