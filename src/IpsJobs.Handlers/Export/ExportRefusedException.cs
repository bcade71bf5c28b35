using IpsJobs.Core.Messages;

namespace IpsJobs.Handlers.Export;

/// <summary>An asset cannot be exported; the job goes on with the others.</summary>
public sealed class ExportRefusedException(LocalizedMessage reason) : Exception(reason.Key)
{
    public LocalizedMessage Reason { get; } = reason;
}
