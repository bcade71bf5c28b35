namespace IpsJobs.Core.Assets.Folders;

/// <summary>A folder as stored.</summary>
/// <param name="Path">With company root and trailing slash.</param>
/// <param name="ModifiedUtc">When it was made, renamed or moved; null when that was before such times were kept.</param>
/// <param name="ContentUtc">When something directly in it came, changed or left last; null when nothing ever did.</param>
public sealed record StoredFolder(string Path, DateTimeOffset? ModifiedUtc = null, DateTimeOffset? ContentUtc = null);
