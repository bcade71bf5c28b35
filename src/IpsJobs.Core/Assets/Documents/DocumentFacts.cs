namespace IpsJobs.Core.Assets;

/// <summary>What a document says of itself.</summary>
/// <param name="PageCount">At least 1.</param>
public sealed record DocumentFacts(int PageCount);
