using IpsJobs.Core.Assets;
using Microsoft.Extensions.Options;

namespace IpsJobs.Imaging.Tests;

public sealed class ImageSlotsTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly ImageSlots slots = new(Options.Create(new ImagingOptions { MaxParallel = 3 }));
    private readonly ManualResetEventSlim mayEnd = new();

    public void Dispose()
    {
        slots.Dispose();
        mayEnd.Dispose();
    }

    [Fact]
    public async Task LargePictures_ComeOneAfterTheOther_WhileSmallOnesGoOn()
    {
        var (first, firstBegan) = RunLarge(CancellationToken.None);
        await firstBegan.WaitAsync(Limit);
        var (second, secondBegan) = RunLarge(CancellationToken.None);

        (await slots.RunAsync(_ => 7, CancellationToken.None).WaitAsync(Limit)).Should().Be(7);

        secondBegan.IsCompleted.Should().BeFalse();
        mayEnd.Set();
        await secondBegan.WaitAsync(Limit);
        await Task.WhenAll(first, second).WaitAsync(Limit);
    }

    [Fact]
    public async Task LargePicture_LeavesTheQueue_WhenNobodyWantsItAnyMore()
    {
        var (first, firstBegan) = RunLarge(CancellationToken.None);
        await firstBegan.WaitAsync(Limit);
        using var caller = new CancellationTokenSource();
        var (second, secondBegan) = RunLarge(caller.Token);

        await caller.CancelAsync();

        await FluentActions.Awaiting(() => second.WaitAsync(Limit)).Should().ThrowAsync<OperationCanceledException>();
        secondBegan.IsCompleted.Should().BeFalse();
        mayEnd.Set();
        await first.WaitAsync(Limit);
        await RunLarge(CancellationToken.None).Work.WaitAsync(Limit);
    }

    [Fact]
    public async Task LargePicture_MakesWay_WhenItFails()
    {
        var failing = slots.RunInTurnAsync<int>(
            turn =>
            {
                using var alone = turn.BeAlone();
                throw new InvalidDataException();
            },
            CancellationToken.None);
        await FluentActions.Awaiting(() => failing).Should().ThrowAsync<ImageUnreadableException>();

        mayEnd.Set();
        await RunLarge(CancellationToken.None).Work.WaitAsync(Limit);
    }

    private (Task<bool> Work, Task Began) RunLarge(CancellationToken caller)
    {
        var began = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var work = slots.RunInTurnAsync(
            turn =>
            {
                using var alone = turn.BeAlone();
                began.SetResult();
                return mayEnd.Wait(Limit, CancellationToken.None);
            },
            caller);
        return (work, began.Task);
    }
}
