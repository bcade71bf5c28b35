namespace IpsJobs.Handlers.ImageServingPublish;

/// <summary>What is published, as files in the staging directory: the selected assets, their records, their words.</summary>
/// <param name="Directory">Staging directory of the instance.</param>
public sealed record Manifest(string Directory)
{
    /// <summary>Leading column of staged records: the asset a record belongs to.</summary>
    public const string AssetColumn = "AssetId";

    /// <summary>List of <see cref="ManifestEntry"/>.</summary>
    public string Entries => Path.Combine(Directory, "entries.jsonl");

    /// <summary>List of <see cref="SearchWords"/>.</summary>
    public string Search => Path.Combine(Directory, "search.jsonl");

    public string Scratch => Path.Combine(Directory, "scratch.cat");

    public string RecordsOf(CatalogKind kind) => Path.Combine(Directory, kind.Name + ".records");

    /// <summary>List of the <see cref="PlannedItem"/>s of one target.</summary>
    public string ItemsOf(int serverId) => Path.Combine(Directory, FormattableString.Invariant($"items-{serverId}.jsonl"));
}
