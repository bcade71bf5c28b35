namespace IpsJobs.Testing.Fakes;

/// <summary>A request as it arrived.</summary>
/// <param name="Path">Path and query, not decoded.</param>
/// <param name="Headers">By name, without case.</param>
public sealed record LocalRequest(string Path, IReadOnlyDictionary<string, string> Headers);
