namespace IpsJobs.Handlers.Publishing;

/// <summary>A work item: one asset on one target.</summary>
/// <param name="Entry">The asset.</param>
/// <param name="Needed">For each of its files, whether it has to be brought; false where the right file lies on the target already.</param>
public sealed record PlannedItem(PublishEntry Entry, IReadOnlyList<bool> Needed);
