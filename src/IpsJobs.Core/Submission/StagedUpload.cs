namespace IpsJobs.Core.Submission;

/// <summary>A received file of a session that waits for its row.</summary>
/// <param name="ItemKey">Identifies the file inside its instance; given by the store.</param>
/// <param name="StagedPath">Below the staging folder, separated by "/".</param>
/// <param name="Path">Where the file is to go, company root first; as the client wrote it when it is no legal path.</param>
/// <param name="Size">Bytes received.</param>
/// <param name="Sha256">SHA-256 of the bytes received, 32 bytes.</param>
public sealed record StagedUpload(string ItemKey, string StagedPath, string Path, long Size, byte[] Sha256);
