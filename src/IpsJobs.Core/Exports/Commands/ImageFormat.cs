namespace IpsJobs.Core.Exports;

/// <summary>File format of a converted image.</summary>
/// <param name="Name">Value of the command <c>fmt</c>.</param>
/// <param name="Extension">Of the file, without the point.</param>
/// <param name="HasAlpha">Keeps transparency.</param>
public sealed record ImageFormat(string Name, string Extension, bool HasAlpha)
{
    public static ImageFormat Jpeg { get; } = new("jpeg", "jpg", HasAlpha: false);

    public static ImageFormat Pdf { get; } = new("pdf", "pdf", HasAlpha: false);

    /// <summary>All formats that can be written.</summary>
    public static IReadOnlyList<ImageFormat> All { get; } =
    [
        Jpeg,
        new("png", "png", HasAlpha: false),
        new("png-alpha", "png", HasAlpha: true),
        new("tif", "tiff", HasAlpha: false),
        new("tif-alpha", "tiff", HasAlpha: true),
        new("gif", "gif", HasAlpha: false),
        new("webp", "webp", HasAlpha: true),
        new("avif", "avif", HasAlpha: true),
        Pdf,
    ];

    /// <summary>Null for a format that cannot be written; the case does not count, and <c>jpg</c> and <c>tiff</c> will do.</summary>
    public static ImageFormat? Find(string name) => All.FirstOrDefault(f => f.Name == Canonical(name.ToLowerInvariant()));

    private static string Canonical(string name) => name switch
    {
        "jpg" => "jpeg",
        "tiff" => "tif",
        "tiff-alpha" => "tif-alpha",
        _ => name,
    };
}
