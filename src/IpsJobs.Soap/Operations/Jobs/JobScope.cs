using IpsJobs.Core.Handles;

namespace IpsJobs.Soap.Operations.Jobs;

/// <summary>Where a listing looks.</summary>
/// <param name="CompanyIds">Companies to look in; null means all.</param>
/// <param name="Handle">The job to list; null means every job.</param>
internal sealed record JobScope(IReadOnlyCollection<int>? CompanyIds, JobHandle? Handle);
