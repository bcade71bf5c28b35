namespace IpsJobs.Handlers.Publishing;

/// <summary>What became of one asset on one target: the outcomes of its files taken together.</summary>
/// <param name="Outcome">The outcome that decides: the first of a stop, a failure, a missing file, a delivery.</param>
/// <param name="Cause">The exception of a failed file; null otherwise.</param>
/// <param name="Delivered">Files brought.</param>
/// <param name="IsIncomplete">True when an optional file was missing.</param>
public sealed record ItemResult(DeliveryOutcome Outcome, Exception? Cause, int Delivered, bool IsIncomplete)
{
    public bool IsInPlace => Outcome is DeliveryOutcome.Delivered or DeliveryOutcome.Present;

    /// <summary>Sums up the files of an entry, in its order.</summary>
    public static ItemResult Of(PublishEntry entry, ReadOnlySpan<DeliveryResult> files)
    {
        var all = new ItemResult(DeliveryOutcome.Present, Cause: null, Delivered: 0, IsIncomplete: false);
        for (var i = 0; i < files.Length; i++)
        {
            var file = files[i];
            if (file.Outcome == DeliveryOutcome.Delivered)
                all = all with { Delivered = all.Delivered + 1 };
            if (file.Outcome == DeliveryOutcome.Missing && entry.Files[i].IsOptional)
                all = all with { IsIncomplete = true };
            else if (Weight(file.Outcome) > Weight(all.Outcome))
                all = all with { Outcome = file.Outcome, Cause = file.Cause };
        }

        return all;
    }

    private static int Weight(DeliveryOutcome outcome) => outcome switch
    {
        DeliveryOutcome.Present => 0,
        DeliveryOutcome.Delivered => 1,
        DeliveryOutcome.Missing => 2,
        DeliveryOutcome.Failed => 3,
        _ => 4,
    };
}
