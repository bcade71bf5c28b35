namespace IpsJobs.Core.Assets;

/// <summary>A layer of an image.</summary>
public sealed record ImageLayer
{
    /// <summary>Place of its record in the file.</summary>
    public required int Index { get; init; }

    /// <summary>From 1, the bottom layer.</summary>
    public int Number { get; init; }

    public required string Name { get; init; }

    /// <summary>Where it lies on the whole canvas; may pass its edges.</summary>
    public LayerPlace Place { get; init; } = new(0, 0, 0, 0);

    /// <summary>Names of the groups around it, outermost first.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>It or a group around it is switched off.</summary>
    public bool Hidden { get; init; }

    /// <summary>Per cent.</summary>
    public double Opacity { get; init; } = 100;

    /// <summary>False for adjustments and drawings that have no pixels of their own.</summary>
    public bool HasPixels { get; init; } = true;

    /// <summary>It has effects or a blend mode that its pixels do not show.</summary>
    public bool HasUnreadParts { get; init; }

    /// <summary>Null for layers without text.</summary>
    public LayerText? Text { get; init; }
}
