using IpsJobs.Core.Assets;
using IpsJobs.Core.Exports;
using IpsJobs.Core.Messages;
using NetVips;

namespace IpsJobs.Imaging.Export;

/// <summary>Commands that change place and size: crop, flip, rotation, scale, width and height.</summary>
internal static class Geometry
{
    private const double Full = 255.0;

    public static void Apply(ImageSteps steps, ImageCommands commands, double? sourceResolution)
    {
        if (commands.Crop is { } crop)
            Crop(steps, crop, commands.IsCropNormalized);
        if (commands.FlipLeftRight)
            steps.Do(image => image.Flip(Enums.Direction.Horizontal));
        if (commands.FlipUpDown)
            steps.Do(image => image.Flip(Enums.Direction.Vertical));
        if (commands.Rotate % 360 != 0)
            Rotate(steps, commands);
        if (commands.Width is null && commands.Height is null)
            Scale(steps, commands, sourceResolution);
        else
            Resize(steps, commands);
    }

    // What stands out of the image is left out, as a server does.
    private static void Crop(ImageSteps steps, CropArea area, bool isNormalized)
    {
        var (width, height) = (steps.Image.Width, steps.Image.Height);
        var (unitX, unitY) = isNormalized ? (width, height) : (1, 1);
        var left = (int)Math.Round(Math.Clamp(area.Left * unitX, 0, width));
        var top = (int)Math.Round(Math.Clamp(area.Top * unitY, 0, height));
        var right = (int)Math.Round(Math.Clamp((area.Left + area.Width) * unitX, 0, width));
        var bottom = (int)Math.Round(Math.Clamp((area.Top + area.Height) * unitY, 0, height));
        if (right <= left || bottom <= top)
            throw new ImageUnreadableException(new LocalizedMessage("Log.Export.NothingLeft"));
        steps.Do(image => image.Crop(left, top, right - left, bottom - top));
    }

    private static void Rotate(ImageSteps steps, ImageCommands commands)
    {
        switch (((commands.Rotate % 360) + 360) % 360)
        {
            case 90: steps.Do(image => image.Rot(Enums.Angle.D90)); break;
            case 180: steps.Do(image => image.Rot(Enums.Angle.D180)); break;
            case 270: steps.Do(image => image.Rot(Enums.Angle.D270)); break;
            case var degrees: steps.Do(image => image.Rotate(degrees, background: Background(image, commands, fillsAlpha: !commands.Format.HasAlpha))); break;
        }
    }

    private static void Scale(ImageSteps steps, ImageCommands commands, double? sourceResolution)
    {
        var byResolution = commands.Resolution is { } wanted && sourceResolution is { } has ? wanted / has : 1;
        var factor = commands.Scale is { } divisor ? 1 / divisor : byResolution;
        if (factor != 1)
            steps.Do(image => image.Resize(factor, kernel: Kernel(commands)));
    }

    private static void Resize(ImageSteps steps, ImageCommands commands)
    {
        var (width, height) = (steps.Image.Width, steps.Image.Height);
        var x = commands.Width / (double)width;
        var y = commands.Height / (double)height;
        if (x is null || y is null)
        {
            ResizeBy(steps, commands, x ?? y!.Value, x ?? y!.Value);
            return;
        }

        var uniform = commands.Fit == ImageFit.Crop ? Math.Max(x.Value, y.Value) : Math.Min(x.Value, y.Value);
        ResizeBy(steps, commands, commands.Fit == ImageFit.Stretch ? x.Value : uniform, commands.Fit == ImageFit.Stretch ? y.Value : uniform);
        var (wide, high) = (commands.Width!.Value, commands.Height!.Value);
        if (commands.Fit == ImageFit.Crop)
            Center(steps, commands, Math.Min(wide, steps.Image.Width), Math.Min(high, steps.Image.Height));
        if (commands.Fit is ImageFit.Fit or ImageFit.Crop)
            Center(steps, commands, wide, high);
    }

    private static void ResizeBy(ImageSteps steps, ImageCommands commands, double x, double y) =>
        steps.Do(image => image.Resize(x, vscale: y, kernel: Kernel(commands)));

    // Brings the middle of the image onto a canvas of that size, whether it is larger or smaller.
    private static void Center(ImageSteps steps, ImageCommands commands, int width, int height)
    {
        if (steps.Image.Width == width && steps.Image.Height == height)
            return;
        steps.Do(image => image.Gravity(
            Enums.CompassDirection.Centre,
            width,
            height,
            extend: Enums.Extend.Background,
            background: Background(image, commands, fillsAlpha: !commands.Format.HasAlpha)));
    }

    private static double[] Background(Image image, ImageCommands commands, bool fillsAlpha)
    {
        var unit = image.Format == Enums.BandFormat.Ushort ? 257.0 : 1.0;
        var colors = image.Bands - (image.HasAlpha() ? 1 : 0);
        var rgb = commands.Background;
        double[] color = colors >= 3 ? [rgb[0] * unit, rgb[1] * unit, rgb[2] * unit] : [Grey(rgb) * unit];
        return image.HasAlpha() ? [.. color, fillsAlpha ? Full * unit : 0] : color;
    }

    private static double Grey(IReadOnlyList<int> rgb) => (0.299 * rgb[0]) + (0.587 * rgb[1]) + (0.114 * rgb[2]);

    private static Enums.Kernel Kernel(ImageCommands commands) => commands.Resampling switch
    {
        "bilin" => Enums.Kernel.Linear,
        "bicub" => Enums.Kernel.Cubic,
        "trilin" => Enums.Kernel.Linear,
        _ => Enums.Kernel.Lanczos3,
    };
}
