namespace IpsJobs.Imaging.Documents;

/// <summary>Families of the colours that are set while a page is painted.</summary>
/// <param name="Fill">For areas and text.</param>
/// <param name="Stroke">For lines.</param>
internal readonly record struct Paint(ColorFamily Fill, ColorFamily Stroke)
{
    /// <summary>A page begins with black of the grey kind.</summary>
    public static Paint Start { get; } = new(ColorFamily.Gray, ColorFamily.Gray);

    /// <summary>The colours of what is painted within others, which has been counted with these.</summary>
    public static Paint None { get; } = new(ColorFamily.None, ColorFamily.None);

    /// <summary>The colours after an operator that sets a device colour; others leave them as they are.</summary>
    public Paint After(string @operator) => @operator switch
    {
        "g" => this with { Fill = ColorFamily.Gray },
        "rg" => this with { Fill = ColorFamily.Rgb },
        "k" => this with { Fill = ColorFamily.Cmyk },
        "G" => this with { Stroke = ColorFamily.Gray },
        "RG" => this with { Stroke = ColorFamily.Rgb },
        "K" => this with { Stroke = ColorFamily.Cmyk },
        _ => this,
    };

    /// <summary>What an operator paints with; nothing where it does not paint.</summary>
    public ColorFamily UsedBy(string @operator) => @operator switch
    {
        "f" or "F" or "f*" or "Tj" or "TJ" or "'" or "\"" => Fill,
        "S" or "s" => Stroke,
        "B" or "B*" or "b" or "b*" => Fill | Stroke,
        _ => ColorFamily.None,
    };
}
