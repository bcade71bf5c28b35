using IpsJobs.Core.Jobs;

namespace IpsJobs.Core.Submission;

/// <summary>What one request adds to a session. One of <paramref name="InstanceId"/> and <paramref name="Opening"/> is set.</summary>
/// <param name="InstanceId">The session to continue; null to continue or open one by name.</param>
/// <param name="Opening">The job to store when its name, user and client address have no open session.</param>
/// <param name="ClientAddress">Where the request came from.</param>
/// <param name="Files">Files in the order of their parts; their item keys are given by the store.</param>
/// <param name="EndJob">Nothing more comes.</param>
public sealed record UploadDelivery(
    long? InstanceId, NewInstance? Opening, string ClientAddress, IReadOnlyList<StagedUpload> Files, bool EndJob);
