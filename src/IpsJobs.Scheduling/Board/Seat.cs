namespace IpsJobs.Scheduling.Board;

/// <summary>Where the board keeps an instance.</summary>
/// <param name="Lane">Its lane; null when it runs beyond the limits in order to end.</param>
/// <param name="Rank">Its rank in the lane.</param>
/// <param name="IsRunning">False while it waits.</param>
internal readonly record struct Seat(Lane? Lane, LaneRank Rank, bool IsRunning);
