namespace IpsJobs.Core.Assets.Search;

/// <summary>An asset lies on a publish server.</summary>
/// <param name="ServerName">The server.</param>
/// <param name="ContextName">Context it was published in.</param>
/// <param name="PublishedUtc">When it was last delivered.</param>
public sealed record AssetDelivery(string ServerName, string ContextName, DateTimeOffset PublishedUtc);
