using System.Security.Cryptography;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.EndToEnd.Tests.Hosting;

namespace IpsJobs.EndToEnd.Tests.Crash;

/// <summary>Whether assets and files agree: every asset has its bytes, and no file is held by nobody.</summary>
internal sealed class FileFindings(ServerWorld world)
{
    private readonly string originals = world.Data.Originals(ServerWorld.CompanyRoot).Resolve("");
    private readonly string optimized = world.Data.Optimized(ServerWorld.CompanyRoot).Resolve("");

    public IEnumerable<string> List()
    {
        var assets = world.Store.List(
            """SELECT "Name", "Folder", "FileName", "FileSize", "Sha256", "OptimizedPath", "OptimizedSize", "Type" FROM "Assets" """,
            r => (
                Name: r.GetString(0), Original: Path.Combine(originals, r.GetString(1)[ServerWorld.CompanyRoot.Length..] + r.GetString(2)),
                Size: r.GetInt64(3), Hash: (byte[])r.GetValue(4),
                Optimized: r.IsDBNull(5) ? null : Path.Combine(optimized, r.GetString(5)), OptimizedSize: r.GetInt64(6),
                HasFile: AssetTypeRule.HasFile(r.GetString(7))))
            .Where(a => a.HasFile).ToList();
        return assets.SelectMany(a => OfOriginal(a.Name, a.Original, a.Size, a.Hash))
            .Concat(assets.SelectMany(a => a.Optimized is { } path ? OfSize(a.Name, path, a.OptimizedSize) : []))
            .Concat(Orphans(originals, assets.Select(a => a.Original)))
            .Concat(Superseded(assets.Select(a => a.Optimized).OfType<string>().ToHashSet()))
            .Concat(Leftovers());
    }

    private static IEnumerable<string> OfOriginal(string name, string path, long size, byte[] hash)
    {
        foreach (var finding in OfSize(name, path, size))
            yield return finding;
        if (File.Exists(path) && !SHA256.HashData(File.ReadAllBytes(path)).AsSpan().SequenceEqual(hash))
            yield return $"The original of {name} is not the file that its asset records: {path}";
    }

    private static IEnumerable<string> OfSize(string name, string path, long size)
    {
        if (!File.Exists(path))
            yield return $"Asset {name} has no file {path}";
        else if (new FileInfo(path).Length != size)
            yield return $"The file of {name} has {new FileInfo(path).Length} bytes instead of {size}: {path}";
    }

    private static IEnumerable<string> Orphans(string folder, IEnumerable<string> held) =>
        FilesBelow(folder).Except(held).Select(path => $"No asset holds {path}");

    // An optimised file is kept when its asset gets another, because a target may still serve it: one per row that replaced a picture.
    private IEnumerable<string> Superseded(HashSet<string> held)
    {
        var replaced = world.Store.Count(
            $"""SELECT count(*) FROM "LogRows" WHERE "LogType" = '{LogTypes.FileUpdated}' AND "FileType" = '{LogFileTypes.MasterImage}'""");
        var spare = FilesBelow(optimized).Count(path => !held.Contains(path));
        if (spare > replaced)
            yield return $"{spare} optimised files are held by no asset, but only {replaced} pictures were replaced";
    }

    private IEnumerable<string> Leftovers()
    {
        foreach (var entry in Directory.EnumerateFileSystemEntries(world.Data.Staging, "*", SearchOption.AllDirectories).Where(e => e != world.Relocations))
            yield return "Left in staging: " + entry;
        var health = world.Store.List("PRAGMA integrity_check", r => r.GetString(0));
        if (!health.SequenceEqual(["ok"]))
            yield return "The database is damaged: " + string.Join("; ", health);
    }

    private static IEnumerable<string> FilesBelow(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories) : [];
}
