namespace IpsJobs.Core.Assets.Search;

/// <summary>What an asset must fulfil to be found.</summary>
public abstract record AssetCondition;
