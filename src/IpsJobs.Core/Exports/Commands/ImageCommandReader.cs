using System.Collections.Frozen;
using System.Globalization;

namespace IpsJobs.Core.Exports;

/// <summary>Reads commands such as <c>wid=200&amp;fmt=png</c>; a later one replaces an earlier one of the same name.</summary>
public static class ImageCommandReader
{
    private const int LargestSide = 20_000;

    private static readonly FrozenDictionary<string, Func<ImageCommands, string, ImageCommands?>> Commands =
        new Dictionary<string, Func<ImageCommands, string, ImageCommands?>>
        {
            ["wid"] = (c, v) => Number(v, 1, LargestSide) is { } n ? c with { Width = (int)n } : null,
            ["hei"] = (c, v) => Number(v, 1, LargestSide) is { } n ? c with { Height = (int)n } : null,
            ["size"] = (c, v) => Numbers(v, 2) is [>= 1 and <= LargestSide, >= 1 and <= LargestSide] n
                ? c with { Width = (int)n[0], Height = (int)n[1] }
                : null,
            ["scl"] = (c, v) => Number(v, 0.01, 1000) is { } n ? c with { Scale = n } : null,
            ["fit"] = (c, v) => Fit(v) is { } fit ? c with { Fit = fit } : null,
            ["crop"] = (c, v) => Numbers(v, 4) is [_, _, >= 1, >= 1] n
                ? c with { Crop = new CropArea(n[0], n[1], n[2], n[3]), IsCropNormalized = false }
                : null,
            ["cropn"] = (c, v) => Numbers(v, 4) is [_, _, > 0, > 0] n
                ? c with { Crop = new CropArea(n[0], n[1], n[2], n[3]), IsCropNormalized = true }
                : null,
            ["rotate"] = (c, v) => Number(v, -360, 360) is { } n ? c with { Rotate = n } : null,
            ["flip"] = Flip,
            ["fmt"] = (c, v) => ImageFormat.Find(v.Split(',')[0]) is { } format ? c with { Format = format } : null,
            ["qlt"] = Quality,
            ["bgc"] = (c, v) => Color(v) is { } color ? c with { Background = color } : null,
            ["res"] = (c, v) => Number(v, 1, 2400) is { } n ? c with { Resolution = n } : null,
            ["resmode"] = (c, v) => v is "bilin" or "bicub" or "sharp2" or "trilin" ? c with { Resampling = v } : null,
            ["op_usm"] = Unsharp,
            ["op_sharpen"] = (c, v) => Number(v, 0, 100) is { } n ? c with { Sharpen = n } : null,
            ["op_blur"] = (c, v) => Number(v, 0, 500) is { } n ? c with { Blur = n } : null,
            ["op_brightness"] = (c, v) => Number(v, -100, 100) is { } n ? c with { Brightness = n } : null,
            ["op_contrast"] = (c, v) => Number(v, -100, 100) is { } n ? c with { Contrast = n } : null,
            ["op_saturation"] = (c, v) => Number(v, -100, 100) is { } n ? c with { Saturation = n } : null,
            ["icc"] = (c, v) => c with { IccProfile = v.Split(',')[0].Trim() },
            ["iccembed"] = (c, v) => Flag(v) is { } embed ? c with { IccEmbed = embed } : null,
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads all of the texts in their order.</summary>
    /// <exception cref="CommandRefusedException">A command is unknown or its value is not legal.</exception>
    public static ImageCommands Read(params IEnumerable<string> modifiers)
    {
        var commands = new ImageCommands();
        foreach (var part in modifiers.SelectMany(m => m.Split(['&', '?'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
            commands = Apply(commands, part);
        return commands;
    }

    private static ImageCommands Apply(ImageCommands commands, string part)
    {
        var (name, value) = part.Split('=', 2) is [var n, var v] ? (n.Trim(), Uri.UnescapeDataString(v.Trim())) : (part, "");
        return Commands.GetValueOrDefault(name)?.Invoke(commands, value) ?? throw new CommandRefusedException(part);
    }

    private static ImageCommands? Flip(ImageCommands commands, string value) => value.ToLowerInvariant() switch
    {
        "lr" => commands with { FlipLeftRight = true },
        "ud" => commands with { FlipUpDown = true },
        "lrud" or "udlr" => commands with { FlipLeftRight = true, FlipUpDown = true },
        _ => null,
    };

    private static ImageCommands? Quality(ImageCommands commands, string value)
    {
        var parts = value.Split(',');
        return Number(parts[0], 1, 100) is { } quality && (parts.Length == 1 || Flag(parts[1]) is not null)
            ? commands with { Quality = (int)quality, FullChroma = parts.Length > 1 && Flag(parts[1]) == true }
            : null;
    }

    private static ImageCommands? Unsharp(ImageCommands commands, string value)
    {
        var parts = value.Split(',');
        return parts.Length <= 4
            && Number(parts[0], 0, 5) is { } amount
            && Number(parts.ElementAtOrDefault(1) ?? "1", 0, 250) is { } radius
            && Number(parts.ElementAtOrDefault(2) ?? "0", 0, 255) is { } threshold
            && Flag(parts.ElementAtOrDefault(3) ?? "0") is { } isMonochrome
            ? commands with { UnsharpMask = new UnsharpMask(amount, radius, threshold, isMonochrome) }
            : null;
    }

    private static ImageFit? Fit(string value) => value.Split(',')[0].ToLowerInvariant() switch
    {
        "fit" => ImageFit.Fit,
        "constrain" => ImageFit.Constrain,
        "crop" => ImageFit.Crop,
        "stretch" => ImageFit.Stretch,
        _ => null,
    };

    // Six hex digits, or three numbers.
    private static int[]? Color(string value)
    {
        if (Numbers(value, 3) is { } parts)
            return parts.All(p => p is >= 0 and <= 255) ? [.. parts.Select(p => (int)p)] : null;
        var digits = value.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? value[2..] : value;
        return digits.Length == 6 && int.TryParse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var color)
            ? [color >> 16, (color >> 8) & 255, color & 255]
            : null;
    }

    private static bool? Flag(string value) => value.Trim() switch
    {
        "1" or "true" => true,
        "0" or "false" => false,
        _ => null,
    };

    private static double[]? Numbers(string value, int count)
    {
        var parts = value.Split(',').Select(part => Number(part, int.MinValue, int.MaxValue)).ToList();
        return parts.Count == count && parts.TrueForAll(p => p is not null) ? [.. parts.Select(p => p!.Value)] : null;
    }

    private static double? Number(string value, double low, double high) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= low && number <= high
            ? number
            : null;
}
