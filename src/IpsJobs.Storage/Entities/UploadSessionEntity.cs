using IpsJobs.Core.Submission;

namespace IpsJobs.Storage.Entities;

/// <summary>What an instance has more when it is an upload session.</summary>
internal sealed class UploadSessionEntity
{
    public long InstanceId { get; set; }

    public string ClientAddress { get; set; } = "";

    public UploadSessionState State { get; set; }

    public DateTimeOffset LastRequestUtc { get; set; }
}
