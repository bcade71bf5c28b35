namespace IpsJobs.EndToEnd.Tests.Crash.Edits;

/// <summary>A request that changes a tree.</summary>
/// <param name="Operation">Its operation.</param>
/// <param name="Content">What follows the company in it.</param>
/// <param name="After">The tree once it is answered.</param>
internal sealed record PlannedEdit(string Operation, string Content, EditedTree After)
{
    /// <summary>Whether each asset is changed for itself; everything else is done whole or not at all.</summary>
    public bool IsBatch { get; init; }
}
