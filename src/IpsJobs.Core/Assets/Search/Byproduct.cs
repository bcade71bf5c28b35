namespace IpsJobs.Core.Assets.Search;

/// <summary>Assets that an engine made.</summary>
/// <param name="Engine">A constant of <see cref="Constants.GenerationEngines"/>.</param>
/// <param name="AssetType">Type of what was made.</param>
public sealed record Byproduct(string Engine, string AssetType);
