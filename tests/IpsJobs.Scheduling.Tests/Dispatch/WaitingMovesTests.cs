using IpsJobs.Core.Jobs;
using IpsJobs.Scheduling.Dispatch;
using IpsJobs.Scheduling.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace IpsJobs.Scheduling.Tests.Dispatch;

public sealed class WaitingMovesTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly Tables tables = new();
    private readonly CancellationTokenSource stop = new();
    private readonly WaitingMoves moves;
    private Task running = Task.CompletedTask;

    public WaitingMovesTests() => moves = new WaitingMoves(tables, NullLogger<WaitingMoves>.Instance);

    public Task InitializeAsync() => Task.CompletedTask;

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        stop.Dispose();
    }

    [Fact]
    public async Task Run_MovesMany_WhenTheyWait()
    {
        for (var id = 1; id <= 1000; id++)
        {
            tables.Add(Some.Instance(id));
            moves.Add(id);
        }

        running = moves.RunAsync(stop.Token);

        await Eventually.IsTrueAsync(() => tables.Instances.Values.All(i => i.State == InstanceState.WaitingCoordinator));
    }

    [Fact]
    public async Task Run_LeavesTheInstance_WhenItWasForgotten()
    {
        tables.Add(Some.Instance(1), Some.Instance(2));
        moves.Add(1);
        moves.Add(2);
        moves.Forget(1);

        running = moves.RunAsync(stop.Token);

        await Eventually.IsTrueAsync(() => tables.Instances[2].State == InstanceState.WaitingCoordinator);
        tables.Instances[1].State.Should().Be(InstanceState.New);
    }

    [Fact]
    public async Task Run_NeverMovesBack_WhenTheInstanceStartedDuringTheMove()
    {
        tables.Add(Some.Instance(1), Some.Instance(2));
        tables.HoldMoves = new TaskCompletionSource();
        moves.Add(1);
        running = moves.RunAsync(stop.Token);

        tables.Add(Some.Instance(1, state: InstanceState.Running));
        tables.HoldMoves.SetResult();
        moves.Add(2);

        await Eventually.IsTrueAsync(() => tables.Instances[2].State == InstanceState.WaitingCoordinator);
        tables.Instances[1].State.Should().Be(InstanceState.Running);
    }

    [Fact]
    public async Task Run_GoesOn_WhenTheStoreRefusedAMove()
    {
        tables.Add(Some.Instance(2));
        moves.Add(1);
        moves.Add(2);

        running = moves.RunAsync(stop.Token);

        await Eventually.IsTrueAsync(() => tables.Instances[2].State == InstanceState.WaitingCoordinator);
    }
}
