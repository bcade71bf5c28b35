namespace IpsJobs.Handlers.DirectoryUpload;

/// <summary>What a metadata file says of one asset.</summary>
/// <param name="Number">Place in the file, from 1.</param>
/// <param name="Name">Name of the asset.</param>
internal sealed record MetadataLine(int Number, string Name)
{
    /// <summary>New name; null to keep it.</summary>
    public string? NewName { get; init; }

    /// <summary>Fields to set, under the names of the file; an empty value removes the field.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>Why nothing of the line can be used; null when it can.</summary>
    public string? Problem { get; init; }
}
