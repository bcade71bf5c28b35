namespace IpsJobs.Core.Assets;

/// <summary>Says what an asset was made from, and which part of it.</summary>
/// <param name="OriginatorId">The source asset.</param>
/// <param name="Engine">A constant of <see cref="Constants.GenerationEngines"/>.</param>
/// <param name="Key">Names the part among all that the engine makes of one source, e.g. a page number; a later run finds its asset by it.</param>
public sealed record Generation(long OriginatorId, string Engine, string Key)
{
    /// <summary>Shown to clients, e.g. the page number.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();
}
