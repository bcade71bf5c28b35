namespace IpsJobs.Handlers.Publishing;

/// <summary>What is published, as files in the staging directory.</summary>
/// <param name="Directory">Staging directory of the instance.</param>
public sealed record PublishList(string Directory)
{
    /// <summary>List of <see cref="PublishEntry"/>.</summary>
    public string Entries => Path.Combine(Directory, "entries.jsonl");

    /// <summary>List of the <see cref="PlannedItem"/>s of one target.</summary>
    public string ItemsOf(int serverId) => Path.Combine(Directory, FormattableString.Invariant($"items-{serverId}.jsonl"));

    /// <summary>Paths below <paramref name="root"/> of all files in the list.</summary>
    public async Task<IReadOnlySet<string>> ListPathsAsync(string root, CancellationToken cancellationToken)
    {
        var paths = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var entry in SpoolReader.ReadAsync<PublishEntry>(Entries, cancellationToken))
            paths.UnionWith(entry.Files.Where(file => file.Root == root).Select(file => file.Path));
        return paths;
    }
}
