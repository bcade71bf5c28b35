namespace IpsJobs.Core.Jobs;

/// <summary>Progress of one stage of an upload.</summary>
/// <param name="TaskType">A constant of <see cref="Constants.TaskTypes"/>.</param>
/// <param name="TaskState">A constant of <see cref="Constants.TaskStates"/>.</param>
/// <param name="Processed">Items done.</param>
/// <param name="Pending">Items not begun.</param>
/// <param name="InWork">Folder path and file name of the items in work.</param>
/// <param name="UpdatedUtc">Time of the last change.</param>
public sealed record TaskMonitor(
    string TaskType, string TaskState, int Processed, int Pending, IReadOnlyList<string> InWork, DateTimeOffset UpdatedUtc)
{
    /// <summary>0.0 to 1.0: done over all; 0.0 when there is nothing.</summary>
    public double Progress => Processed + InWork.Count + Pending is var all and > 0 ? (double)Processed / all : 0.0;
}
