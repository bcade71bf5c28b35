using IpsJobs.EndToEnd.Tests.Hosting;

namespace IpsJobs.EndToEnd.Tests.Crash;

/// <summary>Whether the publish target is one that an image server can serve from: it reads, and what it names is there.</summary>
internal sealed class CatalogFindings(ServerWorld world)
{
    private readonly string target = world.Data.PublishTarget("ImageServing");

    /// <summary>Everything wrong with the target; with <paramref name="complete"/> also marked assets that it lacks.</summary>
    public IEnumerable<string> List(bool complete)
    {
        var root = ServerWorld.CompanyRoot.TrimEnd('/');
        var catalog = Path.Combine(target, "catalog");
        var attributes = File.ReadLines(Path.Combine(catalog, root + ".ini"))
            .Where(l => l.Contains('=', StringComparison.Ordinal) && !l.StartsWith('#'))
            .Select(l => l.Split('=', 2))
            .GroupBy(p => p[0], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.Last()[1], StringComparer.OrdinalIgnoreCase);
        var images = Records(catalog, attributes["CatalogFile"]);
        var statics = Records(catalog, attributes.GetValueOrDefault("StaticContentCatalogFile", ""));
        var findings = Missing(images, Path.Combine(target, "images", root)).Concat(Missing(statics, Path.Combine(target, "static", root)));
        return complete ? findings.Concat(Absent(images.Keys.Concat(statics.Keys).ToHashSet())) : findings;
    }

    private IEnumerable<string> Absent(HashSet<string> published) => world.Store
        .List("""SELECT "Name" FROM "Assets" WHERE "ReadyForPublish" = 1""", r => r.GetString(0))
        .Where(name => !published.Contains(name))
        .Select(name => $"The catalogs lack the asset {name}");

    private static IEnumerable<string> Missing(Dictionary<string, string> records, string folder) => records
        .Where(r => !File.Exists(Path.Combine(folder, r.Value)))
        .Select(r => $"The catalog names a file for {r.Key} that is not on the target: {r.Value}");

    // Later records replace earlier ones of the same key.
    private static Dictionary<string, string> Records(string catalog, string files)
    {
        var records = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var lines = File.ReadAllLines(Path.Combine(catalog, file));
            var header = lines[0].TrimStart('\uFEFF').Split('\t').ToList();
            foreach (var fields in lines.Skip(1).Select(l => l.Split('\t')))
                records[fields[header.IndexOf("Id")]] = fields[header.IndexOf("Path")];
        }
        return records;
    }
}
