using System.Text;

namespace IpsJobs.Notifications.Callbacks;

/// <summary>Text of people as a header value: percent-decoding the value as UTF-8 gives the text back exactly.</summary>
public static class HeaderText
{
    private const string HexDigits = "0123456789ABCDEF";

    /// <summary>Encodes what is not printable ASCII, the percent sign, and blanks at the ends, which HTTP drops.</summary>
    public static string Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bytes = Encoding.UTF8.GetBytes(text);
        var encoded = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
            Append(encoded, bytes[i], isEdge: i == 0 || i == bytes.Length - 1);
        return encoded.ToString();
    }

    private static void Append(StringBuilder encoded, byte value, bool isEdge)
    {
        if (value is > (byte)' ' and < 0x7F and not (byte)'%' || (value == (byte)' ' && !isEdge))
            encoded.Append((char)value);
        else
            encoded.Append('%').Append(HexDigits[value >> 4]).Append(HexDigits[value & 0xF]);
    }
}
