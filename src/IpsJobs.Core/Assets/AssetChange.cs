namespace IpsJobs.Core.Assets;

/// <summary>What an item does to the asset table.</summary>
/// <param name="UserId">Who does it.</param>
public abstract record AssetChange(int UserId);
