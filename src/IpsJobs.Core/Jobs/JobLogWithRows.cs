namespace IpsJobs.Core.Jobs;

/// <summary>A log and one page of its rows.</summary>
/// <param name="Instance">The instance.</param>
/// <param name="TotalRows">All rows that match the filter, not only this page.</param>
/// <param name="Rows">The page.</param>
public sealed record JobLogWithRows(JobInstance Instance, int TotalRows, IReadOnlyList<LogRow> Rows);
