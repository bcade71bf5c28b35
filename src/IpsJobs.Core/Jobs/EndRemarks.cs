using IpsJobs.Core.Messages;

namespace IpsJobs.Core.Jobs;

/// <summary>What a handler has to say at the end of its job; it goes to the End row.</summary>
public sealed class EndRemarks
{
    /// <summary>Stands in the End row instead of the bare outcome, unless the job was stopped or failed; null for nothing to say.</summary>
    public LocalizedMessage? Message { get; set; }

    /// <summary>Remarks on the End row; they change neither counters nor outcome.</summary>
    public IList<AuxEntry> Notes { get; } = [];
}
