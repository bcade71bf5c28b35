using System.Numerics;
using IpsJobs.Core.Faults;

namespace IpsJobs.Soap.Envelopes;

/// <summary>Bounds the length of single tags.</summary>
/// <remarks>A parser keeps every attribute of an element in memory, where it takes many times its length in the document.</remarks>
internal static class TagLimit
{
    /// <summary>Longest tag, in bytes or characters. What is shorter as a whole is not looked at.</summary>
    public const int MaxLength = 64 * 1024;

    /// <summary>Looks at every tag of the document, well-formed or not.</summary>
    /// <param name="document">Bytes of UTF-8 or characters.</param>
    /// <exception cref="RuleViolationException">30003: a tag is too long.</exception>
    public static void Check<T>(ReadOnlySpan<T> document)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (document.Length <= MaxLength)
            return;
        int start;
        while ((start = document.IndexOf(Mark<T>('<'))) >= 0)
        {
            document = document[start..];
            document = document[(SectionLength(document) ?? CheckedTagLength(document))..];
        }
    }

    // Instructions, comments and CDATA sections may be of any length: the parser reads them in one piece.
    private static int? SectionLength<T>(ReadOnlySpan<T> document)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (document.Length < 2)
            return null;
        if (document[1] == Mark<T>('?'))
            return Through(document, "?>");
        if (document[1] != Mark<T>('!'))
            return null;
        return document.StartsWith(Marks<T>("<!--")) ? Through(document, "-->")
            : document.StartsWith(Marks<T>("<![CDATA[")) ? Through(document, "]]>")
            : null;
    }

    private static int CheckedTagLength<T>(ReadOnlySpan<T> document)
        where T : unmanaged, IBinaryInteger<T>
    {
        var length = TagLength(document);
        return length <= MaxLength ? length : throw Violations.InvalidRequestXml($"A tag is longer than {MaxLength} characters");
    }

    private static int TagLength<T>(ReadOnlySpan<T> document)
        where T : unmanaged, IBinaryInteger<T>
    {
        var position = 1;
        while (position <= MaxLength)
        {
            var next = document[position..].IndexOfAny(Mark<T>('>'), Mark<T>('"'), Mark<T>('\''));
            if (next < 0)
                return document.Length;
            position += next + 1;
            if (document[position - 1] == Mark<T>('>'))
                return position;
            var close = document[position..].IndexOf(document[position - 1]);
            if (close < 0)
                return document.Length;
            position += close + 1;
        }

        return position;
    }

    private static int Through<T>(ReadOnlySpan<T> document, string end)
        where T : unmanaged, IBinaryInteger<T>
    {
        var found = document.IndexOf(Marks<T>(end));
        return found < 0 ? document.Length : found + end.Length;
    }

    private static ReadOnlySpan<T> Marks<T>(string text)
        where T : unmanaged, IBinaryInteger<T> => Array.ConvertAll(text.ToCharArray(), Mark<T>);

    private static T Mark<T>(char character)
        where T : unmanaged, IBinaryInteger<T> => T.CreateTruncating((ushort)character);
}
