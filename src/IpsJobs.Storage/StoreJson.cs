using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Storage;

/// <summary>The lists that are kept as JSON in one column, because nobody asks for their parts.</summary>
[JsonSerializable(typeof(IReadOnlyList<AuxEntry>))]
[JsonSerializable(typeof(AuxEntry[]))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class StoreJson : JsonSerializerContext
{
    // File names in any script stay readable to whoever opens the database; the text never goes into HTML.
    private static readonly StoreJson Json = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string Write(IReadOnlyList<string> values) =>
        values.Count == 0 ? "[]" : JsonSerializer.Serialize(values, Json.IReadOnlyListString);

    /// <summary>Null for an empty list.</summary>
    public static string? Write(IReadOnlyList<AuxEntry> aux) =>
        aux.Count == 0 ? null : JsonSerializer.Serialize(aux, Json.IReadOnlyListAuxEntry);

    public static string[] ReadStrings(string json) => json == "[]" ? [] : JsonSerializer.Deserialize(json, Json.StringArray) ?? [];

    public static IReadOnlyList<AuxEntry> ReadAux(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize(json, Json.AuxEntryArray) ?? [];
}
