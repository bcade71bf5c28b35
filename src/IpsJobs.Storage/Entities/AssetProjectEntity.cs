namespace IpsJobs.Storage.Entities;

/// <summary>An asset belongs to a project.</summary>
internal sealed class AssetProjectEntity
{
    public long AssetId { get; set; }

    public long ProjectId { get; set; }
}
