using IpsJobs.Core.Messages;

namespace IpsJobs.Core.Jobs;

/// <summary>The job cannot go on: remaining items are not attempted, the log gets a FatalError row.</summary>
public sealed class FatalJobException(LocalizedMessage reason) : Exception(reason.Key)
{
    /// <summary>Why, for the job log.</summary>
    public LocalizedMessage Reason { get; } = reason;
}
