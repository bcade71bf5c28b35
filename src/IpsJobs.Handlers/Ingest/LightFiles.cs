using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Tells the files that need nothing after they have arrived but their commit.</summary>
internal static class LightFiles
{
    // Larger ones are few per second, so they gain nothing from a common commit, and many of them at once would fill the staging folder.
    private const long SmallFile = 1024 * 1024;

    /// <param name="company">Company of the job.</param>
    /// <param name="fileName">As given.</param>
    /// <param name="size">Bytes.</param>
    public static bool IsOne(Company company, string fileName, long size) =>
        size <= SmallFile
        && NameCheck.Classify(company, AssetNaming.Clean(fileName) ?? "") is FileClass.Known { NameSpace: NameSpace.Static };
}
