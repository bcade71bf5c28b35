using IpsJobs.Core.Files;
using IpsJobs.Notifications.Email;
using IpsJobs.Notifications.Tests.Fakes;
using MimeKit;

namespace IpsJobs.Notifications.Tests.Email;

public sealed class FolderMailTransportTests : IDisposable
{
    private readonly DataFolder data = new(Path.Combine(Path.GetTempPath(), "ips-mail-" + Guid.NewGuid().ToString("N")));

    [Fact]
    public async Task SendAsync_WritesOneReadableFile_HoweverOftenItIsSent()
    {
        await using var session = await new FolderMailTransport(data).OpenAsync(default);

        await session.SendAsync(Sample.Composer().Compose(Sample.Mail(), Sample.Report()), default);
        await session.SendAsync(Sample.Composer().Compose(Sample.Mail(), Sample.Report()), default);

        var file = Directory.GetFiles(data.Mail).Should().ContainSingle().Subject;
        Path.GetFileName(file).Should().Be("20260821-160000-mail-3.eml");
        (await MimeMessage.LoadAsync(file)).Subject.Should().Contain("Sample Company");
    }

    [Fact]
    public async Task SendAsync_WritesSevenBitText_SoThatAnyProgramReadsIt()
    {
        await using var session = await new FolderMailTransport(data).OpenAsync(default);

        await session.SendAsync(Sample.Composer().Compose(Sample.Mail(), Sample.Report(Sample.Instance("größe"))), default);

        (await File.ReadAllBytesAsync(Directory.GetFiles(data.Mail).Single())).Should().OnlyContain(b => b < 128);
    }

    public void Dispose() => Directory.Delete(data.Root, recursive: true);
}
