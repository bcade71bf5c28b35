using IpsJobs.Core.Assets;
using IpsJobs.Core.Messages;
using Microsoft.Extensions.Options;
using NetVips;

namespace IpsJobs.Imaging;

/// <summary>Limits how many pictures are worked on at once, and how long each one may take.</summary>
public sealed class ImageSlots : IDisposable
{
    private readonly ImagingOptions options;
    private readonly SemaphoreSlim slots;
    private readonly SemaphoreSlim large = new(1);

    public ImageSlots(IOptions<ImagingOptions> options)
    {
        this.options = options.Value;
        slots = new SemaphoreSlim(this.options.MaxParallel);
        VipsRuntime.Ensure();
    }

    /// <summary>Does the work on another thread once a slot is free.</summary>
    /// <exception cref="ImageUnreadableException">The picture cannot be read, or it took too long.</exception>
    /// <exception cref="IOException">A file could not be written.</exception>
    public Task<T> RunAsync<T>(Func<CancellationToken, T> work, CancellationToken cancellationToken) =>
        RunInTurnAsync(turn => work(turn.Token), cancellationToken);

    /// <summary>The same for work that may turn out to be on a large picture.</summary>
    /// <exception cref="ImageUnreadableException">The picture cannot be read, or it took too long.</exception>
    /// <exception cref="IOException">A file could not be written.</exception>
    public async Task<T> RunInTurnAsync<T>(Func<PictureTurn, T> work, CancellationToken cancellationToken)
    {
        await slots.WaitAsync(cancellationToken);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var turn = new PictureTurn(limit, options.Timeout, large);
            // A thread of its own: pictures that take seconds would hold up the requests that share the pool.
            return await Task.Factory.StartNew(
                () => Work(work, turn, cancellationToken),
                cancellationToken,
                TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach,
                TaskScheduler.Default);
        }
        finally
        {
            slots.Release();
        }
    }

    public void Dispose()
    {
        slots.Dispose();
        large.Dispose();
    }

    internal static ImageUnreadableException Unreadable(Exception failure) => new(new LocalizedMessage("Log.Image.Unreadable"), failure);

    private T Work<T>(Func<PictureTurn, T> work, PictureTurn turn, CancellationToken caller)
    {
        try
        {
            return work(turn);
        }
        catch (VipsException) when (caller.IsCancellationRequested)
        {
            throw new OperationCanceledException(caller);
        }
        catch (VipsException failure) when (turn.Token.IsCancellationRequested)
        {
            var minutes = options.Timeout.TotalMinutes.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
            throw new ImageUnreadableException(new LocalizedMessage("Log.Image.TimeLimit", minutes), failure);
        }
        catch (VipsException failure)
        {
            throw WriteFailure.IsOne(failure) ? WriteFailure.ToIOException(failure) : Unreadable(failure);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or OverflowException)
        {
            throw Unreadable(broken);
        }
    }
}
