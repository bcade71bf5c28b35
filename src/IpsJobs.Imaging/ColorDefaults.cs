using NetVips;

namespace IpsJobs.Imaging;

/// <summary>Colour management of jobs that ask for none: only CMYK without a profile is converted.</summary>
internal static class ColorDefaults
{
    /// <summary>Returns the image to store; a new one when it had to be converted, otherwise <paramref name="image"/> itself.</summary>
    /// <remarks>CMYK numbers mean nothing without a profile: a coated press profile is assumed and the picture becomes sRGB.</remarks>
    public static Image Apply(Image image) =>
        image.Interpretation == Enums.Interpretation.Cmyk && !image.Contains("icc-profile-data")
            ? image.IccTransform(
                "srgb",
                intent: Enums.Intent.Relative,
                blackPointCompensation: true,
                embedded: false,
                inputProfile: "cmyk",
                depth: image.Format == Enums.BandFormat.Ushort ? 16 : 8)
            : image;
}
