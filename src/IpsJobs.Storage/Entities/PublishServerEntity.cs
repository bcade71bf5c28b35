namespace IpsJobs.Storage.Entities;

/// <summary>A publish target.</summary>
internal sealed class PublishServerEntity
{
    public int ServerId { get; set; }

    public int ContextId { get; set; }

    public string Name { get; set; } = "";

    public string Directory { get; set; } = "";

    public bool IsActive { get; set; }
}
