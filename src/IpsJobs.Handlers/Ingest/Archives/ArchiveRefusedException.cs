using IpsJobs.Core.Messages;

namespace IpsJobs.Handlers.Ingest;

/// <summary>An archive that cannot be read, or that would unpack to too much; nothing of it is taken.</summary>
internal sealed class ArchiveRefusedException(LocalizedMessage reason, Exception? inner = null) : Exception(reason.Key, inner)
{
    public LocalizedMessage Reason { get; } = reason;
}
