namespace IpsJobs.Handlers.Publishing;

/// <summary>Log types of one type of publish.</summary>
/// <param name="Success">An item lies on its target.</param>
/// <param name="Error">It does not.</param>
/// <param name="Warning">It does, but something is missing; null where the API has no such type, and the warning goes to the success row.</param>
/// <param name="Cleanup">Stem of the clean-up's types; null for a publish that has no such rows.</param>
public sealed record PublishFamily(string Success, string Error, string? Warning, string? Cleanup)
{
    public string BeginCleanup => "Begin" + Cleanup;

    public string EndCleanup => "End" + Cleanup;

    public string CleanupSuccess => Cleanup + "Success";

    public string CleanupFailure => Cleanup + "Failure";
}
