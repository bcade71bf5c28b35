namespace IpsJobs.Handlers.ImageServingPublish;

/// <summary>A work item: one asset on one target.</summary>
/// <param name="Entry">The asset.</param>
/// <param name="NeedsFile">False when the right file lies on the target already.</param>
public sealed record PlannedItem(ManifestEntry Entry, bool NeedsFile);
