namespace IpsJobs.Core.Jobs;

/// <summary>The legal moves of an instance; the store refuses every other.</summary>
public static class InstanceMoves
{
    /// <summary>True when an instance may go from <paramref name="from"/> to <paramref name="to"/>.</summary>
    public static bool IsLegal(InstanceState from, InstanceState to) => (from, to) switch
    {
        (InstanceState.New, InstanceState.WaitingCoordinator or InstanceState.WaitingClient) => true,
        (InstanceState.New or InstanceState.WaitingCoordinator or InstanceState.WaitingClient, InstanceState.Running) => true,
        (InstanceState.Running, InstanceState.WaitingClient or InstanceState.Stopping or InstanceState.Unknown) => true,
        (InstanceState.Unknown, InstanceState.Running) => true,
        (not InstanceState.Done, InstanceState.Done) => true,
        _ => false,
    };
}
