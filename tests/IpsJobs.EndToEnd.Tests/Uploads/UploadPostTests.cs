using System.Net;
using System.Text;
using IpsJobs.Core.Jobs;
using IpsJobs.EndToEnd.Tests.Hosting;
using NetVips;

namespace IpsJobs.EndToEnd.Tests.Uploads;

public sealed class UploadPostTests(UploadHost host) : IClassFixture<UploadHost>
{
    private const string Params =
        "<uploadParams><overwrite>true</overwrite><readyForPublish>true</readyForPublish><createMask>false</createMask><emailSetting>None</emailSetting></uploadParams>";

    [Fact]
    public async Task Upload_MakesAssetsInOneJob_WhenItComesInThreeRequests()
    {
        var first = await host.UploadAsync(
            Multipart.As().Param($"<jobName>Three</jobName>{Params}").File("SampleCompany/three/a.png", Picture(1)));
        await host.WhenRestingAsync(first.Handle);
        var second = await host.UploadAsync(Multipart.As()
            .Param($"<jobHandle>{first.Handle}</jobHandle><destFolder>three</destFolder>")
            .File("b.png", Picture(2)).File("c.png", Picture(3)).File(".hidden", [1]).File("broken.png", Encoding.UTF8.GetBytes("no picture")));
        var third = await host.UploadAsync(
            Multipart.As().Param("<jobName>Three</jobName><endJob>true</endJob>").File("SampleCompany/three/d.png", Picture(4)));
        var done = await host.WhenDoneAsync(first.Handle);

        first.Status.Should().Be(HttpStatusCode.OK);
        first.ContentType.Should().Be("text/xml; charset=utf-8");
        first.Root.Name.LocalName.Should().Be("uploadPostReturn");
        first.Handle.Should().MatchRegex(@"^j\|47\|\|Three\|\d+$");
        (second.Handle, third.Handle).Should().Be((first.Handle, first.Handle));
        foreach (var name in (string[])["a", "b", "c", "d"])
            (await host.FindAssetAsync(name))!.Content.Folder.Should().Be("SampleCompany/three/", name);
        var log = await host.LogAsync(first.Handle);
        log.Take(4).Should().Equal("BeginUpload", "OriginalJobName", "JobClient", "JobType");
        log.TakeLast(2).Should().Equal("TotalFileCount", "EndUpload");
        log.Skip(4).SkipLast(2).Should().BeEquivalentTo(
            ["UploadSuccess", "UploadSuccess", "UploadSuccess", "UploadSuccess", "UploadWarning", "UploadError"]);
        done.Counters.Should().Be(new JobCounters
        {
            FileSuccess = 4, FileError = 1, FileWarning = 1, TotalFile = 5, TransferSuccess = 6,
        });
        done.Interruptions.Should().Be(0);
    }

    [Fact]
    public async Task Upload_KeepsTheSession_WhenTheServiceRestarts()
    {
        var first = await host.UploadAsync(Multipart.As().Param($"<jobName>Restart</jobName>{Params}").File("restart1.png", Picture(5)));
        await host.WhenRestingAsync(first.Handle);

        await host.RestartAsync();
        var resting = await host.WhenRestingAsync(first.Handle);
        var second = await host.UploadAsync(
            Multipart.As().Param($"<jobHandle>{first.Handle}</jobHandle><endJob>true</endJob>").File("restart2.png", Picture(6)));
        var done = await host.WhenDoneAsync(first.Handle);

        resting.State.Should().Be(InstanceState.WaitingClient);
        second.Handle.Should().Be(first.Handle);
        done.Outcome.Should().Be(JobOutcome.Completed);
        done.Counters.FileSuccess.Should().Be(2);
    }

    [Fact]
    public async Task UploadPost_OpensAndEndsASessionWithoutFiles_WhenItComesAsSoap()
    {
        var opened = await host.CallAsync(
            $"<uploadPostParam xmlns=\"{Wire.Latest}\"><companyHandle>c|47</companyHandle><jobName>Soap</jobName>{Params}</uploadPostParam>");
        await host.WhenRestingAsync(opened.Body.Value);
        await host.UploadAsync(Multipart.As().Param($"<jobHandle>{opened.Body.Value}</jobHandle>").File("soap.png", Picture(7)));
        var ended = await host.CallAsync(
            $"<uploadPostParam xmlns=\"{Wire.Latest}\"><companyHandle>c|47</companyHandle><jobHandle>{opened.Body.Value}</jobHandle><endJob>true</endJob></uploadPostParam>");
        var done = await host.WhenDoneAsync(opened.Body.Value);

        ended.Body.Name.LocalName.Should().Be("uploadPostReturn");
        ended.Body.Value.Should().Be(opened.Body.Value);
        done.Counters.FileSuccess.Should().Be(1);
    }

    [Fact]
    public async Task Upload_IsRefused_WhenTheSessionHasEnded()
    {
        var first = await host.UploadAsync(
            Multipart.As().Param($"<jobName>Ended</jobName>{Params}<endJob>true</endJob>").File("ended.png", Picture(8)));

        var late = await host.UploadAsync(Multipart.As().Param($"<jobHandle>{first.Handle}</jobHandle>").File("late.png", Picture(9)));

        late.Status.Should().Be(HttpStatusCode.InternalServerError);
        late.Root.Name.Should().Be(System.Xml.Linq.XName.Get("ipsApiFault", Wire.Base));
        late.Code.Should().Be(30001);
        (await host.FindAssetAsync("late")).Should().BeNull();
    }

    [Fact]
    public async Task Upload_IsRefused_WhenItComesFromSomebodyElse()
    {
        var first = await host.UploadAsync(Multipart.As().Param($"<jobName>Mine</jobName>{Params}"));

        var other = await host.UploadAsync(
            Multipart.As("other@example.com").Param($"<jobHandle>{first.Handle}</jobHandle>").File("theirs.png", Picture(9)));

        other.Code.Should().Be(20005);
        other.Root.Name.LocalName.Should().Be("authorizationFault");
    }

    [Fact]
    public async Task Upload_DiscardsOnlyThatRequest_WhenAFileIsTooLarge()
    {
        var first = await host.UploadAsync(Multipart.As().Param($"<jobName>Large</jobName>{Params}").File("large1.png", Picture(10)));

        var refused = await host.UploadAsync(Multipart.As().Param($"<jobHandle>{first.Handle}</jobHandle>")
            .File("large2.png", Picture(11)).File("large3.png", new byte[100_001]).File("large4.png", Picture(12)));
        var last = await host.UploadAsync(Multipart.As().Param($"<jobHandle>{first.Handle}</jobHandle><endJob>true</endJob>"));
        var done = await host.WhenDoneAsync(first.Handle);

        refused.Code.Should().Be(30001);
        refused.Text.Should().Contain("large3.png").And.Contain("100000");
        last.Handle.Should().Be(first.Handle);
        done.Counters.TotalFile.Should().Be(1);
        (await host.FindAssetAsync("large2")).Should().BeNull();
    }

    [Fact]
    public async Task StopJob_EndsASession_WhenItWaitsForItsClient()
    {
        var first = await host.UploadAsync(Multipart.As().Param($"<jobName>Stopped</jobName>{Params}"));
        await host.WhenRestingAsync(first.Handle);

        await host.CallAsync($"<stopJobParam xmlns=\"{Wire.Latest}\"><companyHandle>c|47</companyHandle><jobHandle>{first.Handle}</jobHandle></stopJobParam>");
        var done = await host.WhenDoneAsync(first.Handle);
        var late = await host.UploadAsync(Multipart.As().Param($"<jobHandle>{first.Handle}</jobHandle>"));

        done.Outcome.Should().Be(JobOutcome.Stopped);
        late.Code.Should().Be(30001);
    }

    [Fact]
    public async Task Upload_OpensAnotherSession_WhenTheNameWasUsedAndEnded()
    {
        var first = await host.UploadAsync(Multipart.As().Param($"<jobName>Again</jobName>{Params}<endJob>true</endJob>"));
        var second = await host.UploadAsync(Multipart.As().Param($"<jobName>Again</jobName>{Params}<endJob>true</endJob>"));

        second.Handle.Should().NotBe(first.Handle).And.StartWith("j|47||Again|");
        await host.WhenDoneAsync(first.Handle);
        await host.WhenDoneAsync(second.Handle);
    }

    private static byte[] Picture(int grey)
    {
        using var image = (Image.Black(20, 10) + grey).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Bw);
        return image.WriteToBuffer(".png");
    }
}
