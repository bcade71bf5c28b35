using System.Text;
using MimeKit;

namespace IpsJobs.Notifications.Tests.Fakes;

/// <summary>A mail as it came over the wire.</summary>
internal sealed record ReceivedMail(string Recipient, string Data)
{
    public MimeMessage Parse()
    {
        using var stream = new MemoryStream(Encoding.Latin1.GetBytes(Data));
        return MimeMessage.Load(stream);
    }
}
