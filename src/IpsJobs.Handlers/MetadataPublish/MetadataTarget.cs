using System.Globalization;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Handlers.Publishing;

namespace IpsJobs.Handlers.MetadataPublish;

/// <summary>The directory of a company's metadata on one target.</summary>
public sealed class MetadataTarget(PublishServer server, string companyRoot)
{
    private const string Ending = ".json";
    private readonly string directory = new ConfinedRoot(server.Directory).Resolve("metadata/" + RootId.Of(companyRoot));

    public PublishServer Server { get; } = server;

    public string Index => Path.Combine(directory, "index" + Ending);

    /// <summary>True when the target holds exactly this document: comparing the bytes needs no history that could be wrong.</summary>
    public bool Holds(long assetId, byte[] document)
    {
        var file = new FileInfo(FileOf(assetId));
        return file.Exists && file.Length == document.Length && File.ReadAllBytes(file.FullName).AsSpan().SequenceEqual(document);
    }

    public Task ReplaceAsync(long assetId, byte[] document, CancellationToken cancellationToken) =>
        AtomicFile.ReplaceAsync(FileOf(assetId), stream => stream.WriteAsync(document, cancellationToken).AsTask());

    public void Remove(long assetId) => File.Delete(FileOf(assetId));

    /// <summary>Assets that have a document here, by id.</summary>
    public IReadOnlyList<long> ListAssets() => !Directory.Exists(directory)
        ? []
        : [.. Directory.EnumerateFiles(directory, "*" + Ending)
            .Select(file => long.TryParse(Path.GetFileNameWithoutExtension(file), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0)
            .Order()];

    private string FileOf(long assetId) => Path.Combine(directory, assetId.ToString(CultureInfo.InvariantCulture) + Ending);
}
