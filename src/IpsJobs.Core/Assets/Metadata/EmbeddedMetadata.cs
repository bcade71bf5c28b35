using IpsJobs.Core.Messages;

namespace IpsJobs.Core.Assets;

/// <summary>What a file says about itself.</summary>
/// <param name="Fields">Properties as <c>prefix:name</c>, without keywords; items of a list are joined like keywords.</param>
/// <param name="Keywords">The file's subjects in their order, each once.</param>
/// <param name="Remarks">What could not be read.</param>
public sealed record EmbeddedMetadata(
    IReadOnlyDictionary<string, string> Fields, IReadOnlyList<string> Keywords, IReadOnlyList<LocalizedMessage> Remarks)
{
    public static EmbeddedMetadata None { get; } = new(new Dictionary<string, string>(), [], []);
}
