using System.Text.Json;
using System.Text.Json.Serialization;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Option blocks kept with an asset, so that its file can be processed the same way again.</summary>
internal static class StoredOptions
{
    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
    };

    /// <summary>The blocks without the crops, which are kept as the rectangle they led to, and without what concerns the job alone.</summary>
    /// <returns>Null when no block is left.</returns>
    public static string? Write(UploadOptionBlocks blocks)
    {
        var kept = blocks with { ManualCrop = null, ColorCrop = null, TransparentCrop = null, AutoSets = null, UnCompress = null };
        return kept == new UploadOptionBlocks() ? null : JsonSerializer.Serialize(kept, Json);
    }

    public static UploadOptionBlocks Read(string? json) =>
        json is null ? new UploadOptionBlocks() : JsonSerializer.Deserialize<UploadOptionBlocks>(json, Json) ?? new UploadOptionBlocks();

    /// <summary>What a job asks for, completed by what is stored with the asset; crops are not stored as blocks.</summary>
    public static UploadOptionBlocks Complete(UploadOptionBlocks asked, UploadOptionBlocks stored) => asked with
    {
        CreateMask = asked.CreateMask ?? stored.CreateMask,
        Knockout = asked.Knockout ?? stored.Knockout,
        Photoshop = asked.Photoshop ?? stored.Photoshop,
        PostScript = asked.PostScript ?? stored.PostScript,
        Pdf = asked.Pdf ?? stored.Pdf,
        Illustrator = asked.Illustrator ?? stored.Illustrator,
        ColorManagement = asked.ColorManagement ?? stored.ColorManagement,
        Media = asked.Media ?? stored.Media,
        InDesign = asked.InDesign ?? stored.InDesign,
        UnsharpMask = asked.UnsharpMask ?? stored.UnsharpMask,
    };
}
