namespace IpsJobs.Scheduling.Board;

/// <summary>Decides which instance runs next: first come, first served inside a lane, in turn between lanes.</summary>
/// <remarks>Holds no clock, store or thread; it is not safe for concurrent use.</remarks>
/// <param name="maxRunning">Instances that run at once over all lanes.</param>
internal sealed class LaneBoard(int maxRunning)
{
    private readonly Dictionary<long, Seat> seats = [];
    private readonly Dictionary<string, Lane> lanes = new(StringComparer.Ordinal);
    private readonly Queue<Lane> round = new();
    private int running;

    /// <summary>Instances that hold a place; those that only run in order to end are not among them.</summary>
    public int Running => running;

    /// <summary>Everything the board knows of, waiting or running.</summary>
    public int Count => seats.Count;

    public bool Contains(long instanceId) => seats.ContainsKey(instanceId);

    public bool IsWaiting(long instanceId) => seats.TryGetValue(instanceId, out var seat) && !seat.IsRunning;

    /// <summary>Lets an instance wait in its lane.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="laneKey">Lane; made when it is new.</param>
    /// <param name="capacity">How many of the lane may run at once from now on.</param>
    /// <param name="rank">What it goes behind.</param>
    /// <returns>False when the instance waits or runs already.</returns>
    public bool Add(long instanceId, string laneKey, int capacity, LaneRank rank = LaneRank.Fresh)
    {
        if (seats.ContainsKey(instanceId))
            return false;
        if (!lanes.TryGetValue(laneKey, out var lane))
            lanes.Add(laneKey, lane = new Lane(laneKey));
        lane.Capacity = capacity;
        lane.Waiting.Add((rank, instanceId));
        seats.Add(instanceId, new Seat(lane, rank, IsRunning: false));
        JoinRound(lane);
        return true;
    }

    /// <summary>Lets a stopped instance, waiting or unknown, run beyond all limits: it only has to end.</summary>
    /// <returns>False when it runs already.</returns>
    public bool AddBeyondLimits(long instanceId)
    {
        if (seats.TryGetValue(instanceId, out var seat))
        {
            if (seat.IsRunning)
                return false;
            seat.Lane!.Waiting.Remove((seat.Rank, instanceId));
            DropIfIdle(seat.Lane);
        }

        seats[instanceId] = new Seat(Lane: null, LaneRank.Fresh, IsRunning: true);
        return true;
    }

    /// <summary>Gives every free place away.</summary>
    /// <returns>The instances to start, in order.</returns>
    public IReadOnlyList<long> Admit()
    {
        List<long> admitted = [];
        while (running < maxRunning && round.TryDequeue(out var lane))
        {
            lane.InRound = false;
            if (!lane.CanStart)
                continue;
            admitted.Add(StartFirst(lane));
            JoinRound(lane);
        }

        return admitted;
    }

    /// <summary>Forgets a running instance and frees its place.</summary>
    /// <returns>False when it does not run.</returns>
    public bool Release(long instanceId)
    {
        if (!seats.TryGetValue(instanceId, out var seat) || !seat.IsRunning)
            return false;
        seats.Remove(instanceId);
        if (seat.Lane is not { } lane)
            return true;
        lane.Running--;
        running--;
        JoinRound(lane);
        DropIfIdle(lane);
        return true;
    }

    private long StartFirst(Lane lane)
    {
        var first = lane.Waiting.Min;
        lane.Waiting.Remove(first);
        lane.Running++;
        running++;
        seats[first.InstanceId] = new Seat(lane, first.Rank, IsRunning: true);
        return first.InstanceId;
    }

    // A lane goes to the end of the round after each start, so that a long lane cannot keep the others out.
    private void JoinRound(Lane lane)
    {
        if (lane.InRound || !lane.CanStart)
            return;
        lane.InRound = true;
        round.Enqueue(lane);
    }

    private void DropIfIdle(Lane lane)
    {
        if (lane.IsIdle)
            lanes.Remove(lane.Key);
    }
}
