namespace IpsJobs.Core.Text;

/// <summary>Orders names as people number them: digits are compared as numbers, everything else by code points.</summary>
/// <remarks>Names that differ only in leading zeros are ordered by code points, so that no two names are equal.</remarks>
public sealed class NaturalOrder : IComparer<string>
{
    private NaturalOrder()
    {
    }

    public static NaturalOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        var (left, right) = (0, 0);
        while (left < x.Length && right < y.Length)
        {
            var order = char.IsAsciiDigit(x[left]) && char.IsAsciiDigit(y[right])
                ? CompareNumbers(TakeDigits(x, ref left), TakeDigits(y, ref right))
                : CodePointOrder.Instance.Compare(TakeText(x, ref left), TakeText(y, ref right));
            if (order != 0)
                return order;
        }

        var rest = (x.Length - left) - (y.Length - right);
        return rest != 0 ? rest : CodePointOrder.Instance.Compare(x, y);
    }

    // Longer than any number type, so that a name may hold what it likes.
    private static int CompareNumbers(string left, string right)
    {
        var (a, b) = (left.TrimStart('0'), right.TrimStart('0'));
        return a.Length != b.Length ? a.Length - b.Length : string.CompareOrdinal(a, b);
    }

    private static string TakeDigits(string text, ref int at) => Take(text, ref at, char.IsAsciiDigit);

    // One character at a time: "ab" must come before "ab1", whatever follows elsewhere.
    private static string TakeText(string text, ref int at)
    {
        var length = char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1;
        var taken = text.Substring(at, length);
        at += length;
        return taken;
    }

    private static string Take(string text, ref int at, Predicate<char> belongs)
    {
        var start = at;
        while (at < text.Length && belongs(text[at]))
            at++;
        return text[start..at];
    }
}
