using System.Globalization;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Files;
using IpsJobs.Core.Messages;

namespace IpsJobs.Core.Jobs;

/// <summary>Compares the free disk space with what companies ask for.</summary>
/// <remarks>The companies of a server share its disk, so each is warned by its own measure of the same space.</remarks>
public sealed class DiskReserve(IDiskSpace disk)
{
    private const int Kilobyte = 1024;
    private const int Part = 10;

    /// <summary>Free space in kilobytes, the unit of <see cref="Company.DiskSpaceWarningMin"/>.</summary>
    public long FreeKilobytes => disk.ReadFreeBytes() / Kilobyte;

    /// <summary>Free space in kilobytes below which no job of the company may work.</summary>
    public static int ReserveOf(Company company) => company.DiskSpaceWarningMin / Part;

    /// <exception cref="FatalJobException">Less than the reserve is left.</exception>
    public void Require(Company company)
    {
        var reserve = ReserveOf(company);
        if (FreeKilobytes is var free && free < reserve)
            throw new FatalJobException(new LocalizedMessage("Log.Fatal.DiskReserve", Text(free), Text(reserve)));
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
