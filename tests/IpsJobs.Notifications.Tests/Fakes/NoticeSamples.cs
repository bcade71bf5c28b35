using System.Globalization;
using IpsJobs.Core.Messages;
using IpsJobs.Core.Outbox;

namespace IpsJobs.Notifications.Tests.Fakes;

/// <summary>A notice of every kind.</summary>
internal static class NoticeSamples
{
    public static Notice Trash { get; } = new(
        Sample.CompanyId, Sample.Company.Name, new LocalizedMessage("Mail.Trash.Heading"), new LocalizedMessage("Mail.Trash.Text", "1203", Date))
    {
        List = new NoticeList(
            new LocalizedMessage("Mail.Trash.Assets"),
            [new NoticeLine("SampleCompany/shoes/boot.jpg", new LocalizedMessage("Mail.Trash.Removal", Date))],
            new LocalizedMessage("Mail.Trash.Omitted", "1202")),
    };

    public static Notice Disk { get; } = new(
        Sample.CompanyId, Sample.Company.Name, new LocalizedMessage("Mail.Disk.Heading"), new LocalizedMessage("Mail.Disk.Text", "49999", "50000", "5000"));

    public static IEnumerable<(string Name, Notice Notice)> All { get; } = [("trash", Trash), ("disk", Disk)];

    private static string Date => SignallingTime.Epoch.ToString("O", CultureInfo.InvariantCulture);
}
