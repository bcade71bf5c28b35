namespace IpsJobs.Core.Jobs;

/// <summary>A row that references an asset, with the instance it stands in.</summary>
public sealed record AssetLogRow(JobInstance Instance, LogRow Row);
