namespace IpsJobs.Core.Jobs;

/// <summary>What the frame must know of a job type.</summary>
/// <param name="Name">A constant of <see cref="Constants.JobTypes"/>.</param>
/// <param name="BlockElement">Element name of its block in submitJobParam; empty for a type that the server alone starts.</param>
/// <param name="BeginLogType">Type of the first row, also the log's own type.</param>
/// <param name="EndLogType">Type of the last row.</param>
public sealed record JobTypeInfo(string Name, string BlockElement, string BeginLogType, string EndLogType);
