namespace IpsJobs.Imaging.Documents;

/// <summary>Kinds of colours a page is painted with.</summary>
[Flags]
internal enum ColorFamily
{
    None = 0,
    Gray = 1,
    Cmyk = 2,

    /// <summary>Everything else too: Lab, and whatever cannot be told.</summary>
    Rgb = 4,
}
