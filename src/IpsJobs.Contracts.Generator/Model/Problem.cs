namespace IpsJobs.Contracts.Generator.Model;

/// <summary>A diagnostic as data, so that the step that found it can be cached.</summary>
internal sealed record Problem(string Id, string Detail);
