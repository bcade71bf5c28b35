namespace IpsJobs.Core.Assets.Search;

/// <summary>Several conditions; a group without any is fulfilled.</summary>
/// <param name="Any">True: one is enough. False: all must be fulfilled.</param>
/// <param name="Conditions">Groups among them may be empty and then do not count.</param>
public sealed record ConditionGroup(bool Any, IReadOnlyList<AssetCondition> Conditions) : AssetCondition
{
    public static ConditionGroup Empty { get; } = new(Any: false, []);
}
