using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Text;

namespace IpsJobs.Handlers.AutoSets;

/// <summary>Brings the members a set has and those a plan adds into one order. Members are never removed.</summary>
public static class SetMerge
{
    /// <summary>Members that a set may have.</summary>
    public const int MaxMembers = 1000;

    /// <param name="plan">What to add.</param>
    /// <param name="existing">Members of the set now.</param>
    /// <param name="names">Names of all assets concerned, by id; one that no longer exists has none.</param>
    /// <exception cref="ExpressionTooSlowException">The sequence takes too long.</exception>
    public static MergedSet Merge(SetPlan plan, IReadOnlyList<SetMember> existing, IReadOnlyDictionary<long, string> names)
    {
        var present = existing.Select(m => m.AssetId).ToHashSet();
        var (added, displaced) = (new List<SetMember>(), new List<SetPlace>());
        var cells = existing.Select(CellOf).ToHashSet();
        var tooMany = 0;
        foreach (var place in plan.Members.OrderBy(p => p.Asset.Name, NaturalOrder.Instance).Where(p => present.Add(p.Asset.AssetId)))
        {
            var member = MemberOf(plan.Preset, place);
            if (existing.Count + added.Count >= MaxMembers)
                tooMany++;
            else if (plan.Preset.Kind.HasCells && !cells.Add(CellOf(member)))
                displaced.Add(place);
            else
                added.Add(member);
        }

        return new MergedSet([.. Ordered(plan.Preset, existing.Concat(added), names)], added.Count, tooMany, displaced);
    }

    private static (int? Row, int? Column) CellOf(SetMember member) => (member.Row, member.Column);

    // Every page of a catalog stands by itself, as those of a document do.
    private static SetMember MemberOf(SetPreset preset, SetPlace place) => new(place.Asset.AssetId)
    {
        Row = place.Row,
        Column = place.Column,
        PageReset = preset.Kind.AssetType == AssetTypes.Catalog,
    };

    private static IEnumerable<SetMember> Ordered(SetPreset preset, IEnumerable<SetMember> members, IReadOnlyDictionary<long, string> names)
    {
        if (preset.Kind.HasCells)
            return members.OrderBy(m => m.Row ?? int.MaxValue).ThenBy(m => m.Column ?? int.MaxValue);
        return members
            .Select(m => (Member: m, Name: names.GetValueOrDefault(m.AssetId) ?? ""))
            .OrderBy(m => preset.ClassOf(m.Name))
            .ThenBy(m => m.Name, NaturalOrder.Instance)
            .Select(m => m.Member);
    }
}
