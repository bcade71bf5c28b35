namespace IpsJobs.Core.Submission;

/// <summary>The staging folder of one request.</summary>
/// <remarks>It outlives the request. What no session has recorded is swept away: only the store knows for certain which that is.</remarks>
public sealed class UploadFolder : IDisposable
{
    private readonly Action released;

    internal UploadFolder(string name, string fullPath, Action released)
    {
        Name = name;
        FullPath = fullPath;
        this.released = released;
    }

    /// <summary>Path below the staging folder.</summary>
    public string Name { get; }

    public string FullPath { get; }

    /// <summary>Removes the folder at once, for a request that was refused and has surely not been recorded.</summary>
    public void Discard() => Directory.Delete(FullPath, recursive: true);

    /// <summary>The request is over.</summary>
    public void Dispose() => released();
}
