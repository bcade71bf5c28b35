namespace IpsJobs.Core.Files;

/// <summary>A staged file and the place it is renamed to, both absolute and on one file system.</summary>
public sealed record FileMove(string StagedPath, string FinalPath);
