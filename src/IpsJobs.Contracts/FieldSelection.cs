namespace IpsJobs.Contracts;

/// <summary>Which elements of a reply a client wants, by paths below its root such as <c>assetArray/items/name</c>.</summary>
/// <remarks>
/// A path stands for its element with everything in it; what is excluded is left out even where it is included. Elements
/// that the schema requires are always written, because strict clients fail without them. Paths that name nothing select
/// nothing: clients of one version send the paths of another.
/// </remarks>
public sealed class FieldSelection
{
    private static readonly FieldSelection Nothing = new(new FieldPaths(), excluded: null);

    private readonly Dictionary<string, FieldSelection?> _below = new(StringComparer.Ordinal);
    private readonly FieldPaths? _included;
    private readonly FieldPaths? _excluded;

    private FieldSelection(FieldPaths? included, FieldPaths? excluded) => (_included, _excluded) = (included, excluded);

    /// <summary>The selection of two lists of paths; null when it leaves nothing out.</summary>
    /// <param name="included">Null, or a list without any path, means everything.</param>
    /// <param name="excluded">Null for nothing.</param>
    public static FieldSelection? Of(IEnumerable<string>? included, IEnumerable<string>? excluded)
    {
        var wanted = FieldPaths.Read(included);
        var unwanted = FieldPaths.Read(excluded);
        return wanted is null && unwanted is null ? null : new FieldSelection(wanted, unwanted);
    }

    /// <summary>True when the element is written, at least as the parent of another.</summary>
    public bool Wants(string name) =>
        (_included is null || _included.Find(name) is not null) && _excluded?.Find(name) is not { IsEnd: true };

    /// <summary>What is wanted of an element's children; null means all.</summary>
    public FieldSelection? Below(string name)
    {
        // Shared by all replies, so it keeps nothing.
        if (ReferenceEquals(this, Nothing))
            return Nothing;
        if (!_below.TryGetValue(name, out var below))
            _below[name] = below = Find(name);
        return below;
    }

    private FieldSelection? Find(string name)
    {
        if (!Wants(name))
            return Nothing;
        var included = _included?.Find(name) is { IsEnd: false } wanted ? wanted : null;
        var excluded = _excluded?.Find(name);
        return included is null && excluded is null ? null : new FieldSelection(included, excluded);
    }
}
