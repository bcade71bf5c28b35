using System.Globalization;

namespace IpsJobs.Handlers.Publishing.Catalogs;

/// <summary>Records for the data files of a publish, written into staging once and read for every target.</summary>
public sealed class StagedCatalogs : IAsyncDisposable
{
    private const string AssetColumn = "AssetId";
    private readonly Dictionary<CatalogKind, (FileStream Stream, CatalogWriter Writer)> files = [];

    private StagedCatalogs()
    {
    }

    /// <summary>Starts empty files; those that an interrupted run left there are overwritten.</summary>
    public static async Task<StagedCatalogs> CreateAsync(string directory, IEnumerable<CatalogKind> kinds)
    {
        var staged = new StagedCatalogs();
        foreach (var kind in kinds)
        {
            var stream = File.Create(PathOf(directory, kind));
            staged.files.Add(kind, (stream, await CatalogWriter.StartAsync(stream, [AssetColumn, .. kind.Columns])));
        }

        return staged;
    }

    /// <summary>Reads a finished file in its order.</summary>
    /// <returns>The asset a record belongs to, and the record.</returns>
    public static IEnumerable<(long AssetId, string[] Record)> Read(string directory, CatalogKind kind) =>
        CatalogReader.Read(PathOf(directory, kind), [AssetColumn, .. kind.Columns])
            .Select(staged => (long.Parse(staged[0], CultureInfo.InvariantCulture), staged[1..]));

    public Task AddAsync(long assetId, CatalogKind kind, IReadOnlyList<string> record) =>
        files[kind].Writer.WriteAsync([assetId.ToString(CultureInfo.InvariantCulture), .. record]);

    public async ValueTask DisposeAsync()
    {
        foreach (var (stream, writer) in files.Values)
        {
            await writer.DisposeAsync();
            await stream.DisposeAsync();
        }
    }

    private static string PathOf(string directory, CatalogKind kind) => Path.Combine(directory, kind.Name + ".records");
}
