namespace IpsJobs.Storage.Backup;

/// <summary>What a backup holds.</summary>
/// <param name="Files">Files beside the database.</param>
/// <param name="DatabaseBytes">Size of the database.</param>
/// <param name="Held">How long commits had to wait.</param>
public sealed record BackupReport(int Files, long DatabaseBytes, TimeSpan Held);
