namespace IpsJobs.Core.Assets;

/// <summary>What an item does to the asset table.</summary>
public abstract record AssetChange(AssetContent Content, int UserId);
