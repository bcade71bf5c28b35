using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using IpsJobs.Core.Assets;

namespace IpsJobs.Imaging;

/// <summary>Reads a text layer: its content, and font, size and colour of its first run.</summary>
internal static partial class PsdText
{
    private const int ScaleAt = 2 + 3 * sizeof(double);
    private static readonly byte[] ContentKey = [.. "Txt TEXT"u8];

    /// <returns>Null when the block holds no text.</returns>
    public static LayerText? Read(byte[] block)
    {
        var at = block.AsSpan().IndexOf(ContentKey);
        if (at < 0 || block.Length < at + ContentKey.Length + 4)
            return null;
        var start = at + ContentKey.Length + 4;
        var length = BinaryPrimitives.ReadUInt32BigEndian(block.AsSpan(start - 4)) * 2L;
        if (length > block.Length - start)
            return null;
        var content = Encoding.BigEndianUnicode.GetString(block, start, (int)length).TrimEnd('\0');
        var style = Encoding.Latin1.GetString(block);
        return new LayerText(content.Replace('\r', '\n'), Font(style), Size(style, block), Color(style));
    }

    private static string Font(string style) => FontName().Match(style) is { Success: true } match
        ? Encoding.BigEndianUnicode.GetString(Unescape(match.Groups[1].Value)).TrimStart('\uFEFF')
        : "Arial";

    // The size is in the text's own scale, which the layer may stretch.
    private static double Size(string style, byte[] block)
    {
        var scale = BinaryPrimitives.ReadDoubleBigEndian(block.AsSpan(ScaleAt));
        return FontSize().Match(style) is { Success: true } match ? Number(match.Groups[1].Value) * (scale > 0 ? scale : 1) : 12;
    }

    private static (byte Red, byte Green, byte Blue) Color(string style)
    {
        if (FillColor().Match(style) is not { Success: true } match)
            return (0, 0, 0);
        var values = match.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Number).ToArray();
        return values.Length < 4 ? ((byte)0, (byte)0, (byte)0) : (Channel(values[1]), Channel(values[2]), Channel(values[3]));
    }

    private static byte Channel(double share) => (byte)Math.Round(Math.Clamp(share, 0, 1) * byte.MaxValue);

    private static double Number(string text) => double.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static byte[] Unescape(string text) => Encoding.Latin1.GetBytes(Escaped().Replace(text, "$1"));

    [GeneratedRegex(@"/FontSet\s*\[\s*<<\s*/Name\s*\(((?:[^\\()]|\\.)*)\)", RegexOptions.Singleline)]
    private static partial Regex FontName();

    [GeneratedRegex(@"/FontSize\s+([0-9.]+)")]
    private static partial Regex FontSize();

    [GeneratedRegex(@"/FillColor\s*<<\s*/Type\s+1\s*/Values\s*\[([^\]]*)\]", RegexOptions.Singleline)]
    private static partial Regex FillColor();

    [GeneratedRegex(@"\\(.)", RegexOptions.Singleline)]
    private static partial Regex Escaped();
}
