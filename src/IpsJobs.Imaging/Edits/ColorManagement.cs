using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Messages;
using NetVips;

namespace IpsJobs.Imaging;

/// <summary>Brings a picture into the colour space that is asked for.</summary>
internal static class ColorManagement
{
    private const string Profile = "icc-profile-data";
    private const string BuiltInRgb = "srgb";
    private const string BuiltInCmyk = "cmyk";

    /// <summary>Returns the picture to store; a new one when it had to be converted, otherwise <paramref name="image"/> itself.</summary>
    /// <exception cref="ImageUnreadableException">A profile does not fit the picture or is none to convert with.</exception>
    public static Image Apply(Image image, ColorRequest request) => request.Mode switch
    {
        ColorManagementModes.Convert => Convert(image, request),
        ColorManagementModes.MaintainOriginal => image,
        // CMYK numbers mean nothing without a profile, so a press profile is assumed; other colours are left as they are.
        _ when IsCmyk(image) && !image.Contains(Profile) => Transform(
            image, request.DefaultCmykPath ?? BuiltInCmyk, embedded: false, request.DefaultDisplayPath ?? BuiltInRgb),
        _ => image,
    };

    private static Image Convert(Image image, ColorRequest request)
    {
        Require(request.SourceProfilePath, channels: image.Bands - (image.HasAlpha() ? 1 : 0));
        Require(request.OutputProfilePath, channels: null);
        var output = request.OutputProfilePath ?? BuiltInRgb;
        if (request.SourceProfilePath is { } source)
            return Transform(image, source, embedded: false, output);
        if (image.Contains(Profile))
            return Transform(image, BuiltInFor(image), embedded: true, output);
        return Transform(image, IsCmyk(image) ? request.DefaultCmykPath ?? BuiltInCmyk : BuiltInRgb, embedded: false, output);
    }

    // libvips takes another profile in silence where the one it is given does not fit.
    private static void Require(string? path, int? channels)
    {
        if (path is null)
            return;
        if (ProfileFile.Find(path) is not { IsOfPictures: true, Channels: > 0 } profile || (channels is not null && profile.Channels != channels))
            throw Unfit(inner: null);
    }

    private static Image Transform(Image image, string source, bool embedded, string output)
    {
        try
        {
            // The built-in profiles are of colours; grey without a profile of its own is the grey of theirs.
            using var colours = !embedded && source == BuiltInRgb && image.Bands < 3
                ? image.Colourspace(image.Format == Enums.BandFormat.Ushort ? Enums.Interpretation.Rgb16 : Enums.Interpretation.Srgb)
                : image.Copy();
            using var plain = embedded ? colours.Copy() : colours.Mutate(m => m.Remove(Profile));
            return plain.IccTransform(
                output,
                pcs: Enums.PCS.Lab,
                intent: Enums.Intent.Relative,
                blackPointCompensation: true,
                embedded: embedded,
                inputProfile: source,
                depth: image.Format == Enums.BandFormat.Ushort ? 16 : 8);
        }
        catch (VipsException failure) when (IsProfileFailure(failure))
        {
            throw Unfit(failure);
        }
    }

    /// <summary>Whether a profile is to blame.</summary>
    public static bool IsProfileFailure(VipsException failure) => failure.Message.Contains("icc", StringComparison.OrdinalIgnoreCase);

    public static ImageUnreadableException Unfit(VipsException? inner) => new(new LocalizedMessage("Log.Image.ProfileUnfit"), inner);

    private static string BuiltInFor(Image image) => IsCmyk(image) ? BuiltInCmyk : BuiltInRgb;

    private static bool IsCmyk(Image image) => image.Interpretation == Enums.Interpretation.Cmyk;
}
