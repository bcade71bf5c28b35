namespace IpsJobs.Core.Text;

/// <summary>Orders text by its code points, which is the order of its UTF-8 bytes; two machines walk a directory alike.</summary>
/// <remarks>The framework's ordinal order compares UTF-16 units and puts characters beyond the first plane too early.</remarks>
public sealed class CodePointOrder : IComparer<string>
{
    private CodePointOrder()
    {
    }

    public static CodePointOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        var length = Math.Min(x.Length, y.Length);
        for (var i = 0; i < length; i++)
        {
            if (x[i] != y[i])
                return Rank(x[i]) - Rank(y[i]);
        }
        return x.Length - y.Length;
    }

    // Surrogates stand for code points above all that fit into one unit.
    private static int Rank(char unit) => char.IsSurrogate(unit) ? unit + char.MaxValue : unit;
}
