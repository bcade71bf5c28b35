using IpsJobs.Core.Jobs;

namespace IpsJobs.Handlers.Documents;

/// <summary>A directory of its own below the staging directory, for the programs that work on one file; gone when disposed.</summary>
internal sealed class Scratch : IDisposable
{
    private readonly DirectoryInfo directory;

    public Scratch(JobRun run) =>
        directory = Directory.CreateDirectory(System.IO.Path.Combine(run.StagingDirectory, Guid.NewGuid().ToString("N")));

    public string Path => directory.FullName;

    /// <summary>A file name that has never been used.</summary>
    public string NewFile(string extension) => System.IO.Path.Combine(Path, Guid.NewGuid().ToString("N") + extension);

    public void Dispose() => directory.Delete(recursive: true);
}
