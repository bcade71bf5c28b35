namespace IpsJobs.Testing.Photoshop;

/// <summary>A layer of one colour for a test file.</summary>
public sealed record TestLayer(string Name, int Left, int Top, int Width, int Height, params int[] Color)
{
    /// <summary>0 to 255.</summary>
    public int Alpha { get; init; } = 255;

    public int Opacity { get; init; } = 255;

    public bool Hidden { get; init; }

    public string BlendMode { get; init; } = "norm";

    /// <summary>1 ends a group and names it, 3 begins it; 0 for pictures.</summary>
    public int Divider { get; init; }

    /// <summary>How its rows are stored: 0 raw, 1 packed, 2 zipped, 3 zipped with prediction.</summary>
    public int Compression { get; init; } = 1;

    /// <summary>Body of its text block; null for none.</summary>
    public byte[]? Text { get; init; }

    /// <summary>A layer mask that lets nothing through outside this area; null for none.</summary>
    public (int Left, int Top, int Width, int Height)? Mask { get; init; }

    public static TestLayer GroupEnd(string name) => new(name, 0, 0, 0, 0) { Divider = 1, BlendMode = "pass" };

    public static TestLayer GroupBegin { get; } = new("</Layer group>", 0, 0, 0, 0) { Divider = 3 };
}
