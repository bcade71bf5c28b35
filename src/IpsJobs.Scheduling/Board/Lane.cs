namespace IpsJobs.Scheduling.Board;

/// <summary>One lane: who waits in it, in order, and how many of it run.</summary>
internal sealed class Lane(string key)
{
    public string Key { get; } = key;

    public int Capacity { get; set; } = 1;

    public int Running { get; set; }

    /// <summary>By rank, then by instance id: the order in which they were stored.</summary>
    public SortedSet<(LaneRank Rank, long InstanceId)> Waiting { get; } = [];

    /// <summary>True while the lane stands in the round of lanes that may start something.</summary>
    public bool InRound { get; set; }

    public bool CanStart => Waiting.Count > 0 && Running < Capacity;

    public bool IsIdle => Waiting.Count == 0 && Running == 0;
}
