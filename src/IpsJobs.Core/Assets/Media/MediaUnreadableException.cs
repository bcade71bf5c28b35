using IpsJobs.Core.Messages;

namespace IpsJobs.Core.Assets;

/// <summary>A video or sound cannot be read, or what was asked for cannot be made of it; the reason is for the job log.</summary>
public sealed class MediaUnreadableException(LocalizedMessage reason) : Exception(reason.Key)
{
    public LocalizedMessage Reason { get; } = reason;
}
