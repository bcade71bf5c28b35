using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IpsJobs.EndToEnd.Tests.Hosting;

public sealed class ServerStopTests
{
    // Longer than the command line waits by itself for what it runs.
    private static readonly TimeSpan SlowClient = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Stop_LetsARequestEndThatIsUnderWay()
    {
        await using var world = await ServerWorld.CreateAsync();
        await using var server = await world.StartReadyAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, world.Port);
        await using var stream = client.GetStream();
        var request = Request();
        await stream.WriteAsync(request.AsMemory(0, request.Length / 2));

        // Answered after it, so the server has the first half by now.
        (await world.PostAsync("getCompanyInfo", "<companyName>Crash Company</companyName>")).Message.Should().NotBeNull();
        var stopped = server.StopAsync();
        await Task.Delay(SlowClient, TimeProvider.System);
        await stream.WriteAsync(request.AsMemory(request.Length / 2));
        using var reader = new StreamReader(stream);
        var reply = await reader.ReadToEndAsync().WaitAsync(Limit);

        reply.Should().StartWith("HTTP/1.1 200").And.Contain("submitJobReturn");
        (await stopped).Should().Be(0);
        world.Store.Count("""SELECT count(*) FROM "Triggers" WHERE "OriginalName" = 'On its way'""").Should().Be(1);
    }

    private static byte[] Request()
    {
        var envelope = Wire.Envelope($"""
            <submitJobParam xmlns="{Wire.Latest}"><companyHandle>c|47</companyHandle><jobName>On its way</jobName>
            <execTime>2099-01-01T00:00:00Z</execTime><uploadUrlsJob><urlArray><items><sourceUrl>http://127.0.0.1:1/a.png</sourceUrl><destPath>a.png</destPath></items></urlArray>
            <overwrite>true</overwrite><readyForPublish>false</readyForPublish><createMask>false</createMask>
            <emailSetting>None</emailSetting></uploadUrlsJob></submitJobParam>
            """);
        return Encoding.UTF8.GetBytes(
            "POST /scene7/services/IpsApiService HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/xml; charset=utf-8\r\nSOAPAction: \"submitJob\"\r\n"
            + string.Create(CultureInfo.InvariantCulture, $"Content-Length: {Encoding.UTF8.GetByteCount(envelope)}\r\n\r\n{envelope}"));
    }
}
