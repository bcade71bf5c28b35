using System.Text;

namespace IpsJobs.Notifications.Templates;

/// <summary>Marks around what people named, so that a name written from right to left cannot rearrange the sentence it stands in.</summary>
public static class Isolation
{
    private const char Begin = '\u2068';
    private const char End = '\u2069';

    /// <summary>The text between marks. Direction controls of its own are taken out: they can make a file name read as another.</summary>
    public static string Mark(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Begin + string.Concat(text.Where(c => !IsControl(c))) + End;
    }

    /// <summary>The text as plain text: marks stay only around what is written from right to left.</summary>
    public static string ToPlain(string text) => string.Concat(
        Parts(text).Select(part => part.IsMarked && part.Text.EnumerateRunes().Any(IsRightToLeft) ? Begin + part.Text + End : part.Text));

    /// <summary>The text cut at its marks, without them.</summary>
    public static IEnumerable<(string Text, bool IsMarked)> Parts(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var from = 0;
        while (text.IndexOf(Begin, from) is var begin and >= 0 && text.IndexOf(End, begin) is var end and >= 0)
        {
            yield return (text[from..begin], false);
            yield return (text[(begin + 1)..end], true);
            from = end + 1;
        }

        yield return (text[from..], false);
    }

    private static bool IsControl(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    // The blocks that Unicode sets aside for scripts written from right to left.
    private static bool IsRightToLeft(Rune rune) => rune.Value
        is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);
}
