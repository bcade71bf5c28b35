namespace IpsJobs.Imaging;

/// <summary>A layer record.</summary>
internal sealed record PsdLayer
{
    public required string Name { get; init; }

    public required PsdArea Area { get; init; }

    public required IReadOnlyList<PsdChannel> Channels { get; init; }

    /// <summary>0 to 255.</summary>
    public required int Opacity { get; init; }

    public required bool Hidden { get; init; }

    /// <summary>Four letters; <c>norm</c> is normal.</summary>
    public required string BlendMode { get; init; }

    /// <summary>Where the layer mask lies on the canvas; null when it has none that counts.</summary>
    public PsdArea? MaskArea { get; init; }

    /// <summary>Value of the mask outside its area.</summary>
    public byte MaskDefault { get; init; }

    /// <summary>1 or 2 closes a group and gives its name, 3 opens it (from below); 0 for pictures.</summary>
    public int Divider { get; init; }

    /// <summary>Names of the further blocks.</summary>
    public required IReadOnlySet<string> Blocks { get; init; }

    /// <summary>The text block; null for layers without text.</summary>
    public byte[]? Text { get; init; }
}
