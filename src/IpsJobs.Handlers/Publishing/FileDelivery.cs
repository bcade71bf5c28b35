using System.Security.Cryptography;
using System.Text;
using IpsJobs.Core.Files;
using Microsoft.Extensions.Options;

namespace IpsJobs.Handlers.Publishing;

/// <summary>Brings files to a target in batches: link or copy under a temporary name, one flush, rename.</summary>
/// <remarks>Doing a batch again does no harm. Where the file system can share bytes (reflink), the framework's copy does so.</remarks>
public sealed class FileDelivery(IOptions<PublishingOptions> options)
{
    /// <summary>Ending of files under way; the same name every time, so that a repeated run leaves nothing behind.</summary>
    public const string TemporarySuffix = ".part";

    // Bytes of UTF-8 that file systems allow for a name.
    private const int LongestName = 255;

    /// <summary>Delivers files that lie on one file system.</summary>
    /// <param name="batch">What to bring where.</param>
    /// <param name="stopRequested">Asked before every file.</param>
    /// <returns>One result per delivery, in the order of <paramref name="batch"/>.</returns>
    public IReadOnlyList<DeliveryResult> Deliver(IReadOnlyList<Delivery> batch, Func<bool> stopRequested)
    {
        var results = new DeliveryResult[batch.Count];
        var left = Enumerable.Range(0, batch.Count).ToList();
        var there = new HashSet<string>(StringComparer.Ordinal);
        // Assets of equal content share one file on the target; two at once would take each other's temporary file away.
        while (left.Count > 0)
        {
            var round = left.DistinctBy(i => batch[i].Destination.Length > 0 ? batch[i].Destination : $"#{i}").ToList();
            var done = DeliverDistinct(round.ConvertAll(i => there.Contains(batch[i].Destination) ? batch[i] with { IsPresent = true } : batch[i]), stopRequested);
            for (var i = 0; i < round.Count; i++)
            {
                results[round[i]] = done[i];
                if (done[i].Outcome == DeliveryOutcome.Delivered)
                    there.Add(batch[round[i]].Destination);
            }

            left = round.Count == left.Count ? [] : [.. left.Except(round)];
        }

        return results;
    }

    private DeliveryResult[] DeliverDistinct(List<Delivery> batch, Func<bool> stopRequested)
    {
        var results = new DeliveryResult[batch.Count];
        var copied = new bool[batch.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, options.Value.Copiers) };
        Parallel.For(0, batch.Count, parallel, i => results[i] = stopRequested() switch
        {
            true => new DeliveryResult(DeliveryOutcome.NotBegun),
            false when batch[i].IsPresent => new DeliveryResult(DeliveryOutcome.Present),
            false => Guard(() => copied[i] = Place(batch[i]), batch[i]),
        });
        FlushCopies(batch, results, copied);
        for (var i = 0; i < batch.Count; i++)
            if (results[i].Outcome == DeliveryOutcome.Delivered)
                results[i] = Guard(() => Rename(batch[i].Destination), batch[i]);
        return results;
    }

    // Where the name leaves no room for the ending, its hash stands for it.
    private static string TemporaryOf(string destination)
    {
        var name = Path.GetFileName(destination);
        return Encoding.UTF8.GetByteCount(name) + TemporarySuffix.Length <= LongestName
            ? destination + TemporarySuffix
            : Path.Combine(Path.GetDirectoryName(destination)!, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name))) + TemporarySuffix);
    }

    private static DeliveryResult Guard(Action step, Delivery delivery)
    {
        try
        {
            step();
            return new DeliveryResult(DeliveryOutcome.Delivered);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException && !File.Exists(delivery.Source))
        {
            return new DeliveryResult(DeliveryOutcome.Missing);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new DeliveryResult(DeliveryOutcome.Failed, failure);
        }
    }

    // True when bytes were written that still have to be flushed.
    private static bool Place(Delivery delivery)
    {
        if (delivery.Source is not { } source || !File.Exists(source))
            throw new FileNotFoundException("The store has no such file", delivery.Source);
        var temporary = TemporaryOf(delivery.Destination);
        Directory.CreateDirectory(Path.GetDirectoryName(delivery.Destination)!);
        File.Delete(temporary);
        if (HardLink.TryCreate(source, temporary))
            return false;
        try
        {
            File.Copy(source, temporary, overwrite: true);
            return true;
        }
        catch (IOException)
        {
            // On a full disk half a file would take the room that the next smaller one needs.
            File.Delete(temporary);
            throw;
        }
    }

    private static void FlushCopies(List<Delivery> batch, DeliveryResult[] results, bool[] copied)
    {
        try
        {
            var written = batch.Where((_, i) => copied[i]).Select(delivery => TemporaryOf(delivery.Destination));
            FileFlush.Flush([.. written]);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            for (var i = 0; i < batch.Count; i++)
                if (copied[i])
                    results[i] = new DeliveryResult(DeliveryOutcome.Failed, failure);
        }
    }

    private static void Rename(string destination)
    {
        var temporary = TemporaryOf(destination);
        File.Move(temporary, destination, overwrite: true);
        // Renaming a link onto another link of the same file does nothing, by the rules of POSIX, and leaves both.
        File.Delete(temporary);
    }
}
