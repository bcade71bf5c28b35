namespace IpsJobs.Storage.Entities;

/// <summary>A folder of a company; made when the first asset needs it, kept when it is empty again.</summary>
internal sealed class FolderEntity
{
    public long FolderId { get; set; }

    public int CompanyId { get; set; }

    /// <summary>With company root and trailing slash.</summary>
    public string Path { get; set; } = "";
}
