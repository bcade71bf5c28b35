using IpsJobs.Core.Assets;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;

namespace IpsJobs.Handlers.DirectoryUpload;

/// <summary>The directory that a job takes its files from.</summary>
/// <param name="Incoming">The company's incoming directory.</param>
/// <param name="Path">Below it with a trailing slash; empty for all of it.</param>
internal sealed record ServerDirectory(ConfinedRoot Incoming, string Path)
{
    public string FullPath => Incoming.Resolve(Path);

    /// <summary>Reads the job's field; false when the path is not legal.</summary>
    public static bool TryNormalize(string companyRoot, string? serverDir, out string path)
    {
        path = "";
        if (!CompanyPath.TryReadDirectory(companyRoot, serverDir, out var folder))
            return false;
        path = folder[companyRoot.Length..];
        return true;
    }

    /// <exception cref="FatalJobException">It is missing, no directory, or reached through a link.</exception>
    public void Require()
    {
        // The incoming directory is ours to make; what is delivered into it is not.
        Directory.CreateDirectory(Incoming.Root);
        if (!PlainPath.HasNoLinks(Incoming, Path) || !Directory.Exists(FullPath))
            throw new FatalJobException(new LocalizedMessage("Log.Fatal.ServerDirectory", "/" + Path));
    }
}
