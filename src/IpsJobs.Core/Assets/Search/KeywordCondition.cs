namespace IpsJobs.Core.Assets.Search;

/// <summary>The asset has a keyword; the letters A to Z are the same in both cases.</summary>
public sealed record KeywordCondition(string Keyword) : AssetCondition;
