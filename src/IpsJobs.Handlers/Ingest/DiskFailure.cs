using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;

namespace IpsJobs.Handlers.Ingest;

/// <summary>What a failure of the file system means for a job.</summary>
public static class DiskFailure
{
    private const int NoSpaceLeft = 28;
    private const int DiskFullWindows = unchecked((int)0x80070070);

    /// <summary>Names the failure, so that many in a row for the same cause can be told.</summary>
    /// <exception cref="FatalJobException">The disk is full: every further file would fail too.</exception>
    public static string CauseOf(IOException failure) => failure.HResult is NoSpaceLeft or DiskFullWindows
        ? throw new FatalJobException(new LocalizedMessage("Log.Fatal.DiskFull"))
        : $"disk {failure.GetType().Name} {failure.HResult}";
}
