using IpsJobs.Core.Jobs;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Keys of items that are made from others: the source's key, then the engine and the part.</summary>
public static class ItemKeys
{
    private const char PartMark = '>';

    public static string OfPart(string sourceKey, string engine, string partKey) => $"{sourceKey}{PartMark}{engine}{PartMark}{partKey}";

    public static bool IsPart(string itemKey) => itemKey.Contains(PartMark, StringComparison.Ordinal);

    /// <summary>Parts that earlier runs of the instance have made: they are in its total beyond its own files.</summary>
    public static int CountDoneParts(JobRun run) => run.DoneItems.Count(IsPart);
}
