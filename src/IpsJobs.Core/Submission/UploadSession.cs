using IpsJobs.Core.Jobs;

namespace IpsJobs.Core.Submission;

/// <summary>An HTTP POST upload that comes in several requests, as stored.</summary>
/// <param name="Instance">The job it is.</param>
/// <param name="ClientAddress">Where its first request came from; all others must come from there.</param>
/// <param name="State">Whether more may come.</param>
/// <param name="LastRequestUtc">End of its last request.</param>
/// <param name="HasWork">Files wait to be processed, or the job can end.</param>
public sealed record UploadSession(
    JobInstance Instance, string ClientAddress, UploadSessionState State, DateTimeOffset LastRequestUtc, bool HasWork)
{
    /// <summary>False once the client ended it, fell silent, or somebody stopped the job.</summary>
    public bool Accepts => State == UploadSessionState.Open
        && Instance.StoppedBy is null
        && Instance.State is not (InstanceState.Stopping or InstanceState.Done);
}
