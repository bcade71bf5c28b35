namespace IpsJobs.Handlers.Publishing;

/// <summary>What became of one delivery.</summary>
public enum DeliveryOutcome
{
    /// <summary>A stop came first; nothing was done.</summary>
    NotBegun = 0,

    /// <summary>The file lies in place and is durable.</summary>
    Delivered = 1,

    /// <summary>The right file lay there before.</summary>
    Present = 2,

    /// <summary>The store has no such file.</summary>
    Missing = 3,

    /// <summary>Linking, copying or renaming failed.</summary>
    Failed = 4,
}
