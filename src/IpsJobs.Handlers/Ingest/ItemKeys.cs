using System.Globalization;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Keys of items that are made from others: the source's key, then the engine and the part.</summary>
public static class ItemKeys
{
    private const char PartMark = '>';
    private const string EntryMark = "#=";
    private const string SkippedEntryMark = "#-";
    private const int LongestPath = 200;

    public static string OfPart(string sourceKey, string engine, string partKey) => $"{sourceKey}{PartMark}{engine}{PartMark}{partKey}";

    public static bool IsPart(string itemKey) => itemKey.Contains(PartMark, StringComparison.Ordinal);

    /// <summary>Key of a file in an archive. Its path is part of it, because an archive that is fetched anew may hold other files.</summary>
    /// <param name="archiveKey">Key of the archive.</param>
    /// <param name="index">Place in the archive.</param>
    /// <param name="path">As written in the archive.</param>
    /// <param name="counts">False for files that are in no total.</param>
    public static string OfEntry(string archiveKey, int index, string path, bool counts)
    {
        var shown = Escape(path.Length > LongestPath ? path[..LongestPath] : path);
        return string.Create(CultureInfo.InvariantCulture, $"{archiveKey}{(counts ? EntryMark : SkippedEntryMark)}{index}/{shown}");
    }

    /// <summary>Parts and files of archives that earlier runs of the instance have made: they are in its total beyond its own files.</summary>
    public static int CountDoneParts(JobRun run) =>
        run.DoneItems.Count(k => IsPart(k) || k.Contains(EntryMark, StringComparison.Ordinal));

    /// <summary>A path as part of a key; the marks that separate the parts of a key are escaped.</summary>
    public static string Escape(string path) => path.AsSpan().IndexOfAny("%#>") < 0
        ? path
        : path.Replace("%", "%25", StringComparison.Ordinal)
            .Replace("#", "%23", StringComparison.Ordinal)
            .Replace(">", "%3E", StringComparison.Ordinal);
}
