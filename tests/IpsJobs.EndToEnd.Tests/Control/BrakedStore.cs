using System.Reflection;
using IpsJobs.Core.Jobs;

namespace IpsJobs.EndToEnd.Tests.Control;

/// <summary>The real store with something in front of its items; a proxy, because only one of its many calls matters.</summary>
public class BrakedStore : DispatchProxy
{
    private IJobStore? store;
    private Func<ItemCommit, Task>? before;

    internal static IJobStore Around(IJobStore store, Func<ItemCommit, Task> before)
    {
        var proxy = Create<IJobStore, BrakedStore>();
        ((BrakedStore)proxy).store = store;
        ((BrakedStore)proxy).before = before;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name == nameof(IJobStore.CommitItemAsync)
        ? CommitAsync((ItemCommit)args![0]!, (CancellationToken)args[1]!)
        : targetMethod.Invoke(store, BindingFlags.DoNotWrapExceptions, binder: null, args, culture: null);

    private async Task<long?> CommitAsync(ItemCommit item, CancellationToken cancellationToken)
    {
        await before!(item);
        return await store!.CommitItemAsync(item, cancellationToken);
    }
}
