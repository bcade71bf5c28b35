namespace IpsJobs.Core.Assets.Search;

/// <summary>Compares an instant; an asset without it does not fulfil the condition.</summary>
/// <param name="Field">An instant, or a metadata field that holds one as text.</param>
/// <param name="Operator">A constant of <see cref="Constants.ComparisonOperators.Number"/>.</param>
/// <param name="Value">Lower end of a range.</param>
/// <param name="UpperValue">Upper end of a range, itself in the range; without meaning for other operators.</param>
public sealed record DateCondition(AssetField Field, string Operator, DateTimeOffset Value, DateTimeOffset UpperValue) : AssetCondition;
