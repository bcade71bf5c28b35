using IpsJobs.Core.Assets.Search;

namespace IpsJobs.Core.Tests.Assets.Search;

public sealed class ConditionGroupTests
{
    private static readonly KeywordCondition Red = new("red");
    private static readonly KeywordCondition Blue = new("blue");
    private static readonly KeywordCondition Green = new("green");

    public static TheoryData<ConditionGroup, ConditionGroup> Groups => new()
    {
        { All(), All() },
        { Any(All(), Any()), All() },
        { All(Any(), All(Red), Any()), All(Red) },
        { Any(Red), All(Red) },
        { Any(All(Any(Red))), All(Red) },
        { All(Red, All(Blue, Any(Green))), All(Red, Blue, Green) },
        { Any(Red, Any(Blue, Green), All()), Any(Red, Blue, Green) },
        { Any(Red, All(Blue, Green)), Any(Red, All(Blue, Green)) },
        { All(Red, Any(Blue, Green)), All(Red, Any(Blue, Green)) },
        { All(Any(All(Red, Blue)), Any()), All(Red, Blue) },
        { All(All(Any(Red, Blue))), Any(Red, Blue) },
        { Any(All(Any(Red, Blue)), Green), Any(Red, Blue, Green) },
    };

    [Theory]
    [MemberData(nameof(Groups))]
    public void Simplify_DemandsTheSame_InTheShortestForm(ConditionGroup group, ConditionGroup expected) =>
        group.Simplify().Should().BeEquivalentTo(expected, options => options.RespectingRuntimeTypes().WithStrictOrdering());

    private static ConditionGroup All(params AssetCondition[] conditions) => new(Any: false, conditions);

    private static ConditionGroup Any(params AssetCondition[] conditions) => new(Any: true, conditions);
}
