namespace IpsJobs.Storage.Entities;

/// <summary>A folder of a company; made when the first asset needs it, kept when it is empty again.</summary>
internal sealed class FolderEntity
{
    public long FolderId { get; set; }

    public int CompanyId { get; set; }

    /// <summary>With company root and trailing slash.</summary>
    public string Path { get; set; } = "";

    /// <summary>When it was made, renamed or moved; null when it is older than this column.</summary>
    public DateTimeOffset? ModifiedUtc { get; set; }

    /// <summary>Newest change of what lies directly in it; kept by triggers for assets, by the writer for folders that leave.</summary>
    public DateTimeOffset? ContentUtc { get; set; }
}
