namespace IpsJobs.Notifications.Callbacks;

/// <summary>Which calls are under way: a few at once, and fewer to one host, so that a slow receiver leaves room for the others.</summary>
/// <remarks>For the one loop that owns it.</remarks>
internal sealed class CallSlots
{
    public const int Total = 16;
    public const int PerHost = 4;

    private readonly Dictionary<long, Call> calls = [];

    public IReadOnlyCollection<Task> Tasks => [.. calls.Values.Select(c => c.Task)];

    /// <summary>True when a call of <paramref name="outboxId"/> to <paramref name="host"/> may begin now.</summary>
    public bool HasRoomFor(long outboxId, string host) =>
        calls.Count < Total
        && !calls.ContainsKey(outboxId)
        && calls.Values.Count(c => string.Equals(c.Host, host, StringComparison.OrdinalIgnoreCase)) < PerHost;

    public void Add(long outboxId, string host, Task task) => calls.Add(outboxId, new Call(host, task));

    /// <summary>Takes out the calls that have ended.</summary>
    public IReadOnlyList<Task> RemoveEnded()
    {
        var ended = calls.Where(c => c.Value.Task.IsCompleted).ToList();
        foreach (var call in ended)
            calls.Remove(call.Key);
        return [.. ended.Select(c => c.Value.Task)];
    }

    private sealed record Call(string Host, Task Task);
}
