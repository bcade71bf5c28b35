namespace IpsJobs.Storage.Entities;

/// <summary>A received file of an upload session; it is done when the log has a row of its key.</summary>
internal sealed class StagedUploadEntity
{
    public long InstanceId { get; set; }

    /// <summary>Its number in the session, from 1.</summary>
    public int Number { get; set; }

    /// <summary>Below the staging folder, separated by "/".</summary>
    public string StagedPath { get; set; } = "";

    public string Path { get; set; } = "";

    public long Size { get; set; }

    public byte[] Sha256 { get; set; } = [];
}
