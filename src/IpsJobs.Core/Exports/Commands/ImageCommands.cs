namespace IpsJobs.Core.Exports;

/// <summary>Image serving commands that an export carries out; null or zero means that a command was not given.</summary>
public sealed record ImageCommands
{
    public int? Width { get; init; }

    public int? Height { get; init; }

    /// <summary>Divisor: 2 halves the image.</summary>
    public double? Scale { get; init; }

    /// <summary>How width and height together are meant.</summary>
    public ImageFit Fit { get; init; } = ImageFit.Fit;

    /// <summary>Area to keep; pixels, or parts of the image when <see cref="IsCropNormalized"/>.</summary>
    public CropArea? Crop { get; init; }

    public bool IsCropNormalized { get; init; }

    /// <summary>Degrees, clockwise.</summary>
    public double Rotate { get; init; }

    public bool FlipLeftRight { get; init; }

    public bool FlipUpDown { get; init; }

    public ImageFormat Format { get; init; } = ImageFormat.Jpeg;

    /// <summary>1 to 100; null for the encoder's usual quality.</summary>
    public int? Quality { get; init; }

    /// <summary>Keeps the colour of JPEG at full resolution.</summary>
    public bool FullChroma { get; init; }

    /// <summary>Red, green, blue from 0 to 255, shown where the image is transparent or does not reach.</summary>
    public IReadOnlyList<int> Background { get; init; } = [255, 255, 255];

    /// <summary>Pixels per inch to scale to and to record.</summary>
    public double? Resolution { get; init; }

    /// <summary><c>bilin</c>, <c>bicub</c>, <c>sharp2</c> or <c>trilin</c>; empty for the usual one.</summary>
    public string Resampling { get; init; } = "";

    public UnsharpMask? UnsharpMask { get; init; }

    /// <summary>Strength of a plain sharpening; 0 for none.</summary>
    public double Sharpen { get; init; }

    /// <summary>Radius in pixels; 0 for none.</summary>
    public double Blur { get; init; }

    /// <summary>-100 to 100.</summary>
    public double Brightness { get; init; }

    /// <summary>-100 to 100.</summary>
    public double Contrast { get; init; }

    /// <summary>-100 to 100.</summary>
    public double Saturation { get; init; }

    /// <summary>Name of the profile to convert to; empty for none.</summary>
    public string IccProfile { get; init; } = "";

    /// <summary>Puts the profile into the file.</summary>
    public bool IccEmbed { get; init; }
}
