namespace IpsJobs.Core.Assets;

/// <summary>A function in the definition of an asset set.</summary>
/// <param name="Name">As written; clients differ in its letter case.</param>
/// <param name="Handles">What stands between brackets: an asset, and for metadata a field.</param>
public sealed record SetFunction(string Name, IReadOnlyList<string> Handles);
