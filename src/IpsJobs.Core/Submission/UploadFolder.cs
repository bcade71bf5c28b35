namespace IpsJobs.Core.Submission;

/// <summary>The staging folder of one request.</summary>
public sealed class UploadFolder : IDisposable
{
    private readonly Action released;
    private bool kept;

    internal UploadFolder(string name, string fullPath, Action released)
    {
        Name = name;
        FullPath = fullPath;
        this.released = released;
    }

    /// <summary>Path below the staging folder.</summary>
    public string Name { get; }

    public string FullPath { get; }

    /// <summary>The files belong to a session now.</summary>
    public void Keep() => kept = true;

    /// <summary>Removes the files of a request that failed.</summary>
    public void Dispose()
    {
        if (!kept && Directory.Exists(FullPath))
            Directory.Delete(FullPath, recursive: true);
        released();
    }
}
