namespace IpsJobs.Contracts;

/// <summary>The part of a submission that says what the job does.</summary>
/// <param name="ElementName">Such as <c>uploadUrlsJob</c>; it names the job type.</param>
public sealed record JobBlock(string ElementName, IContractType Block);
