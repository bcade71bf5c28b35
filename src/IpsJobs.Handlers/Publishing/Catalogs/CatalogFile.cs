namespace IpsJobs.Handlers.Publishing.Catalogs;

/// <summary>Replaces data files on targets.</summary>
public static class CatalogFile
{
    /// <summary>Writes all records under a temporary name and renames.</summary>
    /// <exception cref="IOException">The file could not be replaced.</exception>
    /// <exception cref="UnauthorizedAccessException">The same, for want of rights.</exception>
    public static Task ReplaceAsync(string path, CatalogKind kind, IEnumerable<string[]> records, CancellationToken cancellationToken) =>
        AtomicFile.ReplaceAsync(path, async stream =>
        {
            await using var writer = await CatalogWriter.StartAsync(stream, kind.Columns);
            foreach (var record in records)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await writer.WriteAsync(record);
            }
        });
}
