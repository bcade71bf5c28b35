using IpsJobs.Core.Assets;

namespace IpsJobs.Handlers.Ingest;

/// <summary>How a file ended.</summary>
/// <param name="LogType">Type of its row, a constant of <see cref="Core.Constants.LogTypes"/>.</param>
/// <param name="FailureCause">What broke outside the file, for <see cref="FailureStreak"/>; null otherwise.</param>
/// <param name="AssetId">The asset added or replaced; null when there is none.</param>
/// <param name="Content">What it is now; null as well.</param>
public sealed record IngestResult(string LogType, string? FailureCause = null, long? AssetId = null, AssetContent? Content = null);
