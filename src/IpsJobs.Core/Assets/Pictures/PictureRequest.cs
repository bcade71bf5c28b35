namespace IpsJobs.Core.Assets;

/// <summary>What is to be done to an image on its way to the optimised form; nothing by default.</summary>
public sealed record PictureRequest
{
    public static PictureRequest Plain { get; } = new();

    /// <summary>Null keeps the whole image.</summary>
    public CropRequest? Crop { get; init; }

    /// <summary>Null leaves the background.</summary>
    public KnockoutRequest? Knockout { get; init; }

    public ColorRequest Color { get; init; } = ColorRequest.Default;

    /// <summary>Sharpens the reduced levels; null leaves them as they are.</summary>
    public UnsharpRequest? Unsharp { get; init; }

    /// <summary>File to write the mask of the clipping path to; null makes none. The name has never been used before.</summary>
    public string? MaskPath { get; init; }

    /// <summary>The file whose clipping path becomes the mask, when the image was drawn from another; null reads the image's own.</summary>
    public string? MaskSourcePath { get; init; }

    /// <summary>The levels are lossless although the source was JPEG.</summary>
    public bool Lossless { get; init; }
}
