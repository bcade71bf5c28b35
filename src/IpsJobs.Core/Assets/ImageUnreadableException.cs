using IpsJobs.Core.Messages;

namespace IpsJobs.Core.Assets;

/// <summary>An image cannot be decoded; the file gets an error row and the job goes on.</summary>
public sealed class ImageUnreadableException(LocalizedMessage reason, Exception? inner = null) : Exception(reason.Key, inner)
{
    /// <summary>Why, for the job log.</summary>
    public LocalizedMessage Reason { get; } = reason;
}
