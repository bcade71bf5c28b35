namespace IpsJobs.Handlers.Publishing;

/// <summary>What is amiss with an asset that is published all the same.</summary>
/// <param name="Key">Key of a text that begins with the places of the asset and the server.</param>
/// <param name="Arguments">Values for the places that follow.</param>
public sealed record PublishRemark(string Key, params string[] Arguments);
