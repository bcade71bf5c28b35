namespace IpsJobs.Core.Assets;

/// <summary>A member of a set or a page of a catalog; the order of the list is the order of the set.</summary>
/// <param name="AssetId">The member.</param>
public sealed record SetMember(long AssetId)
{
    /// <summary>Begins a new spread of a catalog.</summary>
    public bool PageReset { get; init; }

    /// <summary>Row of a two-axis spin, from 1; null for sets with one axis.</summary>
    public int? Row { get; init; }

    /// <summary>Column of a two-axis spin, from 1; null for sets with one axis.</summary>
    public int? Column { get; init; }
}
