namespace IpsJobs.Benchmarks.Load;

/// <summary>What a load run saw.</summary>
/// <param name="PerSecond">Answered requests per second.</param>
/// <param name="P50">Median time of a request.</param>
/// <param name="P99">99th percentile.</param>
/// <param name="Failed">Answers other than HTTP 200.</param>
internal sealed record LoadResult(double PerSecond, TimeSpan P50, TimeSpan P99, int Failed);
