namespace IpsJobs.Notifications.Tests.Fakes;

/// <summary>A list that a test can wait on.</summary>
internal sealed class Signal<T>
{
    // Only a test that fails ever waits this long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Lock gate = new();
    private readonly List<T> all = [];
    private TaskCompletionSource changed = New();

    public IReadOnlyList<T> All
    {
        get
        {
            lock (gate)
                return [.. all];
        }
    }

    public void Add(T item)
    {
        lock (gate)
        {
            all.Add(item);
            changed.SetResult();
            changed = New();
        }
    }

    public Task<IReadOnlyList<T>> WaitForCountAsync(int count) => WaitAsync(items => items.Count >= count);

    public async Task<IReadOnlyList<T>> WaitAsync(Func<IReadOnlyList<T>, bool> condition)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (condition(all))
                    return [.. all];
                next = changed.Task;
            }
            await next.WaitAsync(Patience);
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
