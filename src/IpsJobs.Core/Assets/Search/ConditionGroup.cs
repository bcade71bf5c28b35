namespace IpsJobs.Core.Assets.Search;

/// <summary>Several conditions; a group without any is fulfilled.</summary>
/// <param name="Any">True: one is enough. False: all must be fulfilled.</param>
/// <param name="Conditions">Groups among them may be empty and then do not count.</param>
public sealed record ConditionGroup(bool Any, IReadOnlyList<AssetCondition> Conditions) : AssetCondition
{
    public static ConditionGroup Empty { get; } = new(Any: false, []);

    /// <summary>The same demand in its shortest form: no group in it is empty, stands for one condition alone, or repeats the mode of its own group.</summary>
    /// <remarks>What a search can start from is then seen however a client has grouped its conditions.</remarks>
    public ConditionGroup Simplify()
    {
        var conditions = Conditions.SelectMany(condition => condition is ConditionGroup inner ? inner.Simplify().Within(Any) : [condition]).ToList();
        return conditions is [ConditionGroup only] ? only : new ConditionGroup(Any && conditions.Count > 1, conditions);
    }

    private IReadOnlyList<AssetCondition> Within(bool any) => Conditions.Count < 2 || Any == any ? Conditions : [this];
}
