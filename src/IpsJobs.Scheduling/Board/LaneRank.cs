namespace IpsJobs.Scheduling.Board;

/// <summary>What goes first inside a lane.</summary>
internal enum LaneRank
{
    /// <summary>Was at work when the service went down; its log has begun.</summary>
    Interrupted = 0,

    /// <summary>Never ran.</summary>
    Fresh = 1,
}
