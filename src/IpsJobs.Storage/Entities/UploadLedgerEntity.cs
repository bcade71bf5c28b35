namespace IpsJobs.Storage.Entities;

/// <summary>A file of the incoming directory that was taken in.</summary>
internal sealed class UploadLedgerEntity
{
    public int CompanyId { get; set; }

    /// <summary>Below the incoming directory.</summary>
    public string Path { get; set; } = "";

    public long Size { get; set; }

    public DateTimeOffset ModifiedUtc { get; set; }

    public byte[] Sha256 { get; set; } = [];
}
