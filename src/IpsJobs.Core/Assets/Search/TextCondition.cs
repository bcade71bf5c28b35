namespace IpsJobs.Core.Assets.Search;

/// <summary>Compares a text.</summary>
/// <param name="Field">A field without a value counts as an empty text.</param>
/// <param name="Operator">A constant of <see cref="Constants.ComparisonOperators.Text"/>.</param>
/// <param name="Values">At least one. It is enough that one matches; a negative operator means that none does.</param>
public sealed record TextCondition(AssetField Field, string Operator, IReadOnlyList<string> Values) : AssetCondition
{
    /// <summary>False: the letters A to Z are the same in both cases.</summary>
    public bool CaseSensitive { get; init; }
}
