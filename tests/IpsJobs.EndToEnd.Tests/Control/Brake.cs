using System.Collections.Concurrent;
using IpsJobs.Core.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.EndToEnd.Tests.Control;

/// <summary>Holds workers just before they commit an item, so that tests meet jobs in the middle of their work.</summary>
internal sealed class Brake
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> held = new(StringComparer.Ordinal);

    /// <summary>From now on, jobs of this original name stop before the first row of the type.</summary>
    public void Hold(string originalName, string logType) => held.AddOrUpdate(
        Key(originalName, logType), _ => NewGate(), (_, gate) => gate.Task.IsCompleted ? NewGate() : gate);

    public void Release(string originalName, string logType) => held.GetValueOrDefault(Key(originalName, logType))?.TrySetResult();

    public void ReleaseAll()
    {
        foreach (var gate in held.Values)
            gate.TrySetResult();
    }

    /// <summary>Puts the brake in front of the store.</summary>
    public void Attach(IServiceCollection services)
    {
        var store = services.Last(s => s.ServiceType == typeof(IJobStore));
        services.AddSingleton(provider => BrakedStore.Around(
            (IJobStore)ActivatorUtilities.CreateInstance(provider, store.ImplementationType!),
            item => WaitAsync(provider.GetRequiredService<IJobQueries>(), item)));
    }

    private async Task WaitAsync(IJobQueries queries, ItemCommit item)
    {
        if (held.IsEmpty || await queries.FindInstanceAsync(item.InstanceId, CancellationToken.None) is not { } instance)
            return;
        if (held.TryGetValue(Key(instance.Definition.OriginalName, item.Row.LogType), out var gate))
            await gate.Task;
    }

    private static string Key(string originalName, string logType) => originalName + "|" + logType;

    private static TaskCompletionSource NewGate() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
