using IpsJobs.Core.Accounts;

namespace IpsJobs.Handlers.Publishing;

/// <summary>What one target gets in this run.</summary>
public sealed class TargetPlan(PublishServer server, string itemsPath)
{
    public PublishServer Server { get; } = server;

    /// <summary>List of <see cref="PlannedItem"/>.</summary>
    public string ItemsPath { get; } = itemsPath;

    /// <summary>Work items, those that an earlier run of the instance finished included.</summary>
    public int ItemCount { get; set; }

    /// <summary>Bytes of all items, present files included.</summary>
    public long ByteCount { get; set; }

    /// <summary>True when the history knows of earlier deliveries.</summary>
    public bool HasHistory { get; set; }

    /// <summary>Assets whose file could not be brought to the target; a catalog keeps what it said of them before.</summary>
    public HashSet<long> Failed { get; } = [];

    /// <summary>Work items of the target that have their row.</summary>
    public int CountDone(IReadOnlySet<string> doneItems)
    {
        var ending = FormattableString.Invariant($"@{Server.ServerId}");
        return doneItems.Count(key => !key.StartsWith('#') && key.EndsWith(ending, StringComparison.Ordinal));
    }

    /// <summary>Identifies a work item inside the instance.</summary>
    public string KeyOf(PublishEntry entry) => FormattableString.Invariant($"{entry.AssetId}@{Server.ServerId}");
}
