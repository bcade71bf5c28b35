namespace IpsJobs.Handlers.AutoSets;

/// <summary>How a company finds sets in the names of its assets.</summary>
public sealed record SetPreset
{
    public required int PresetId { get; init; }

    public required string Name { get; init; }

    public required SetKind Kind { get; init; }

    /// <summary>Says which assets take part; its first group is the base name.</summary>
    public required NameExpression Match { get; init; }

    /// <summary>Base name of every set; null to take it from the name of the asset.</summary>
    public string? BaseName { get; init; }

    public string Prefix { get; init; } = "";

    public string Suffix { get; init; } = "";

    /// <summary>Members that fit the first expression come first.</summary>
    public IReadOnlyList<NameExpression> Sequence { get; init; } = [];

    /// <summary>Finds the row of a member; null for sets without cells.</summary>
    public NameExpression? Row { get; init; }

    /// <summary>Finds the column of a member; null for sets without cells.</summary>
    public NameExpression? Column { get; init; }

    /// <summary>Folder of the sets, with company root and trailing slash; null leaves it to the job.</summary>
    public string? Folder { get; init; }

    /// <summary>Images made from other assets take part too.</summary>
    public bool IncludeDerived { get; init; } = true;

    /// <summary>Place of a name in the sequence; names that fit no expression come last.</summary>
    /// <exception cref="ExpressionTooSlowException">The expressions of the preset used up their time.</exception>
    public int ClassOf(string name)
    {
        for (var i = 0; i < Sequence.Count; i++)
            if (Sequence[i].Fits(name))
                return i;
        return Sequence.Count;
    }
}
