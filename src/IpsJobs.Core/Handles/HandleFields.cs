using System.Globalization;

namespace IpsJobs.Core.Handles;

/// <summary>Takes the text of a handle apart; every refusal is an ordinary answer, since clients send anything.</summary>
internal static class HandleFields
{
    private static readonly char[] XmlBlanks = [' ', '\t', '\r', '\n'];

    /// <summary>The fields between the bars without the tag; empty when there is no text or a control character in it.</summary>
    /// <remarks>Blanks around the whole text come from indented XML and mean nothing.</remarks>
    public static string[] Split(string? text, string tag)
    {
        var trimmed = text?.Trim(XmlBlanks);
        if (string.IsNullOrEmpty(trimmed) || trimmed.Any(char.IsControl))
            return [];
        var fields = trimmed.Split('|');
        return fields.Length > 1 && fields[0] == tag ? fields[1..] : fields;
    }

    public static bool TryInt32(string field, out int id)
    {
        id = 0;
        return IsDigits(field) && int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out id);
    }

    public static bool TryInt64(string field, out long id)
    {
        id = 0;
        return IsDigits(field) && long.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out id);
    }

    public static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    // The framework's parser lets trailing NUL characters pass.
    private static bool IsDigits(string field) => field.Length > 0 && field.All(char.IsAsciiDigit);
}
