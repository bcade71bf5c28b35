namespace IpsJobs.Core.Constants;

/// <summary>Metadata fields that the API shows and searches as fields of the asset itself, in the order in which they are asked.</summary>
public static class AssetInfoFields
{
    public static IReadOnlyList<string> Sku { get; } = ["sku"];

    public static IReadOnlyList<string> Description { get; } = ["description", "dc:description"];

    public static IReadOnlyList<string> Comments { get; } = ["comments", "exif:UserComment"];

    public static IReadOnlyList<string> UserData { get; } = ["userData"];

    public static IReadOnlyList<string> CreatedWith { get; } = ["createdWith", "xmp:CreatorTool"];

    /// <summary>The first of the fields that has a value; null for none.</summary>
    public static string? Find(IReadOnlyDictionary<string, string> metadata, IReadOnlyList<string> fields)
    {
        foreach (var field in fields)
        {
            if (metadata.TryGetValue(field, out var value) && value.Length > 0)
                return value;
        }

        return null;
    }
}
