namespace IpsJobs.Core.Assets.Search;

/// <summary>Compares a number; an asset without it does not fulfil the condition.</summary>
/// <param name="Field">A number, or a metadata field that holds one as text.</param>
/// <param name="Operator">A constant of <see cref="Constants.ComparisonOperators.Number"/>.</param>
/// <param name="Value">Lower end of a range.</param>
/// <param name="UpperValue">Upper end of a range, itself in the range; without meaning for other operators.</param>
public sealed record NumberCondition(AssetField Field, string Operator, double Value, double UpperValue) : AssetCondition;
