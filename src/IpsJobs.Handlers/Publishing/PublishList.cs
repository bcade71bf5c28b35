namespace IpsJobs.Handlers.Publishing;

/// <summary>What is published, as files in the staging directory.</summary>
/// <param name="Directory">Staging directory of the instance.</param>
public sealed record PublishList(string Directory)
{
    /// <summary>List of <see cref="PublishEntry"/>.</summary>
    public string Entries => Path.Combine(Directory, "entries.jsonl");

    /// <summary>List of the <see cref="PlannedItem"/>s of one target.</summary>
    public string ItemsOf(int serverId) => Path.Combine(Directory, FormattableString.Invariant($"items-{serverId}.jsonl"));
}
