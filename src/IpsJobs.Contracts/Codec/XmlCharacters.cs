using System.Xml;

namespace IpsJobs.Contracts;

/// <summary>Keeps characters that XML cannot carry out of replies: one of them makes the whole reply unreadable.</summary>
internal static class XmlCharacters
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text itself, or a copy with U+FFFD for control characters, lone surrogates, U+FFFE and U+FFFF.</summary>
    public static string Clean(string text)
    {
        var bad = FindBad(text, 0);
        if (bad < 0)
            return text;
        var clean = text.ToCharArray();
        for (; bad >= 0; bad = FindBad(text, bad + 1))
            clean[bad] = Replacement;
        return new string(clean);
    }

    private static int FindBad(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
                continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return i;
            i++;
        }

        return -1;
    }
}
