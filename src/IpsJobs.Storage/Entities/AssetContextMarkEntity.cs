namespace IpsJobs.Storage.Entities;

/// <summary>Mark of an asset for one publish context, where it differs from the mark that holds for all.</summary>
internal sealed class AssetContextMarkEntity
{
    public long AssetId { get; set; }

    public int ContextId { get; set; }

    public bool IsMarked { get; set; }
}
