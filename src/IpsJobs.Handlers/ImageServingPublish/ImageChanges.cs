using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using IpsJobs.Handlers.Publishing.Catalogs;

namespace IpsJobs.Handlers.ImageServingPublish;

/// <summary>Compares this publish with the main file of images on a target, record by record.</summary>
public static class ImageChanges
{
    private static readonly CatalogKind Kind = ServingCatalogs.Images;

    /// <summary>Writes the records that the main file lacks or has differently to <paramref name="scratch"/>.</summary>
    /// <returns>How many there are; null when the main file must be written anew: it is unreadable or must lose a record.</returns>
    public static async Task<int?> TryFindAsync(CatalogRecords records, CatalogNames names, string scratch)
    {
        if (TryIndex(names.FileOf(Kind)) is not { } main)
            return null;
        await using var stream = File.Create(scratch);
        await using var writer = await CatalogWriter.StartAsync(stream, Kind.Columns);
        foreach (var record in records.Delivered())
            if (!main.Remove(Kind.KeyOf(record), out var old) || old != HashOf(record))
                await writer.WriteAsync(record);
        foreach (var key in records.FailedKeys)
            main.Remove(key);
        foreach (var record in records.Kept(names.Incremental))
            await writer.WriteAsync(record);
        return main.Count == 0 ? writer.Count : null;
    }

    private static Dictionary<string, UInt128>? TryIndex(string path)
    {
        if (!CatalogReader.HasColumns(path, Kind.Columns))
            return null;
        var index = new Dictionary<string, UInt128>(StringComparer.Ordinal);
        try
        {
            foreach (var record in CatalogReader.Read(path, Kind.Columns))
                index[Kind.KeyOf(record)] = HashOf(record);
            return index;
        }
        catch (CatalogFormatException)
        {
            return null;
        }
    }

    // Sixteen bytes instead of the record: the main file of a large company does not fit into memory.
    private static UInt128 HashOf(string[] record) =>
        BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', record))));
}
