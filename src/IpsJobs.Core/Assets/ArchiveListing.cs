using System.IO.Compression;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Files;

namespace IpsJobs.Core.Assets;

/// <summary>Lists what the archive of an asset holds, without unpacking it.</summary>
public sealed class ArchiveListing(DataFolder data, ServerClock clock)
{
    /// <summary>Most entries that are listed; the rest is left out.</summary>
    public const int MaxEntries = 100_000;

    /// <summary>The entries in the order of the archive; null when the file cannot be read as one.</summary>
    public async Task<IReadOnlyList<ArchiveEntry>?> ReadAsync(Company company, StoredAsset asset, CancellationToken cancellationToken)
    {
        var path = data.Original(company.RootPath, asset.Content.Folder, asset.Content.FileName);
        try
        {
            await using var archive = await ZipFile.OpenReadAsync(path, cancellationToken);
            return [.. archive.Entries.Take(MaxEntries).Select(Entry)];
        }
        catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private ArchiveEntry Entry(ZipArchiveEntry entry)
    {
        // The library reads the time in the zone of the machine.
        var wall = entry.LastWriteTime.DateTime;
        return new ArchiveEntry(
            entry.FullName, new DateTimeOffset(wall, clock.Zone.GetUtcOffset(wall)), entry.CompressedLength, entry.Length);
    }
}
