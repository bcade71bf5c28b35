namespace IpsJobs.Handlers.AutoSets;

/// <summary>What a job says about the sets it makes.</summary>
/// <param name="ReadyForPublish">Mark of the sets.</param>
/// <param name="KeepsMark">Leaves the mark of sets that exist.</param>
/// <param name="Folder">Folder of sets whose preset names none; null for the folder of their first member.</param>
/// <param name="CountsItems">Adds every set to the total of the job with its row; otherwise the total is known before.</param>
public sealed record SetOrder(bool ReadyForPublish, bool KeepsMark, string? Folder, bool CountsItems);
