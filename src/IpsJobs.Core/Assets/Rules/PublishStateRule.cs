namespace IpsJobs.Core.Assets;

/// <summary>Decides whether an uploaded asset is marked for publish.</summary>
public static class PublishStateRule
{
    /// <param name="marked">Whether the replaced asset is marked; null for a new asset.</param>
    /// <param name="readyForPublish">The job's flag.</param>
    /// <param name="preservePublishState">The job's flag; null when the client left it out.</param>
    /// <param name="retainPublishState">The company's setting, which counts only when the job says nothing.</param>
    public static bool Decide(bool? marked, bool readyForPublish, bool? preservePublishState, bool retainPublishState) =>
        marked is { } before && (preservePublishState ?? retainPublishState) ? before : readyForPublish;
}
