using System.Text.Json.Serialization;

namespace IpsJobs.Handlers.ImageServingPublish;

/// <summary>One line of the search file.</summary>
/// <param name="Id">Number of the asset.</param>
/// <param name="Name">Name under which servers know it.</param>
/// <param name="Keywords">Its keywords.</param>
/// <param name="Words">Text extracted from its pages; empty when there is none.</param>
public sealed record SearchWords(
    [property: JsonPropertyName("id")] long Id,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("keywords")] IReadOnlyList<string> Keywords,
    [property: JsonPropertyName("words")] string Words)
{
    /// <summary>List of the words of all assets.</summary>
    public static string StagedIn(string directory) => Path.Combine(directory, "search.jsonl");
}
