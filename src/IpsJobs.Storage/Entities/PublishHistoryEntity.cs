namespace IpsJobs.Storage.Entities;

/// <summary>What was last delivered of an asset to a publish server in a context.</summary>
internal sealed class PublishHistoryEntity
{
    public int ServerId { get; set; }

    public int ContextId { get; set; }

    public long AssetId { get; set; }

    public string Revision { get; set; } = "";

    public long InstanceId { get; set; }

    public DateTimeOffset PublishedUtc { get; set; }
}
