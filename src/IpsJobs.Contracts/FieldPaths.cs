namespace IpsJobs.Contracts;

/// <summary>Paths of elements as a tree.</summary>
internal sealed class FieldPaths
{
    private readonly Dictionary<string, FieldPaths> _children = new(StringComparer.Ordinal);

    /// <summary>A path ends here: the element is meant with everything in it.</summary>
    public bool IsEnd { get; private set; }

    /// <summary>Null when there is no path.</summary>
    public static FieldPaths? Read(IEnumerable<string>? paths)
    {
        FieldPaths? root = null;
        foreach (var path in paths ?? [])
        {
            var names = path.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (names.Length > 0)
                (root ??= new FieldPaths()).Add(names);
        }

        return root;
    }

    public FieldPaths? Find(string name) => _children.GetValueOrDefault(name);

    private void Add(string[] names)
    {
        var at = this;
        foreach (var name in names)
        {
            if (!at._children.TryGetValue(name, out var child))
                at._children[name] = child = new FieldPaths();
            at = child;
        }

        at.IsEnd = true;
    }
}
