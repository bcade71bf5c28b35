using IpsJobs.Core.Accounts;

namespace IpsJobs.Handlers.ImageServingPublish;

/// <summary>What one target gets in this run.</summary>
public sealed class TargetPlan(PublishServer server, CatalogNames names, string itemsPath)
{
    public PublishServer Server { get; } = server;

    public CatalogNames Names { get; } = names;

    /// <summary>List of <see cref="PlannedItem"/>.</summary>
    public string ItemsPath { get; } = itemsPath;

    /// <summary>Work items of the target, those of an earlier run of the instance included.</summary>
    public int ItemCount { get; set; }

    /// <summary>Bytes of their files.</summary>
    public long ByteCount { get; set; }

    /// <summary>True when the publish history knows files on the target.</summary>
    public bool HasHistory { get; set; }

    /// <summary>True when the catalog on the target could be read before this run.</summary>
    public bool HasCatalog { get; set; }

    /// <summary>Assets whose file could not be brought to the target; the catalog keeps what it said of them before.</summary>
    public HashSet<long> Failed { get; } = [];

    /// <summary>Work items of the target that have their row.</summary>
    public int CountDone(IReadOnlySet<string> doneItems)
    {
        var ending = FormattableString.Invariant($"@{Server.ServerId}");
        return doneItems.Count(key => !key.StartsWith('#') && key.EndsWith(ending, StringComparison.Ordinal));
    }

    /// <summary>Identifies a work item inside the instance.</summary>
    public string KeyOf(ManifestEntry entry) => FormattableString.Invariant($"{entry.AssetId}@{Server.ServerId}");
}
