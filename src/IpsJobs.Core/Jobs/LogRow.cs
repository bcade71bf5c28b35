using IpsJobs.Core.Messages;

namespace IpsJobs.Core.Jobs;

/// <summary>One row of a job log.</summary>
/// <param name="LogType">A constant of <see cref="Constants.LogTypes"/>.</param>
/// <param name="Message">Text as key and arguments.</param>
public sealed record LogRow(string LogType, LocalizedMessage Message)
{
    /// <summary>Set by the store.</summary>
    public long RowId { get; init; }

    /// <summary>Set by the store when left at its default.</summary>
    public DateTimeOffset CreatedUtc { get; init; }

    /// <summary>Identifies the work item inside the instance; an item whose key has a row is not done again after a restart. Null for rows that are no work item.</summary>
    public string? ItemKey { get; init; }

    public string? AssetName { get; init; }

    /// <summary>A constant of <see cref="Constants.LogFileTypes"/>; not the asset's type.</summary>
    public string? FileType { get; init; }

    /// <summary>The asset the row speaks of; filled in by the store when the same commit creates the asset.</summary>
    public long? AssetId { get; init; }

    public IReadOnlyList<AuxEntry> Aux { get; init; } = [];
}
