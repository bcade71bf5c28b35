using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Testing.Fakes;

namespace IpsJobs.Handlers.Tests.UrlUpload;

public sealed class UrlFetchTests : IDisposable
{
    private readonly UploadFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task Fetch_ReportsTheStatusAtOnce_WhenTheFileIsMissing()
    {
        await fixture.RunAsync((fixture.Web.UrlOf("/none.png?token=s3cret"), "x/a.png"));

        Error().Should().Be($"Log.Fetch.Status {fixture.Web.UrlOf("/none.png")} 404");
        fixture.Web.Requests.Should().HaveCount(1);
        fixture.Counters.Should().Be(new JobCounters { FileError = 1, TotalFile = 1, TransferError = 1 });
        fixture.Files.Should().BeEmpty();
    }

    [Fact]
    public async Task Fetch_TriesThreeTimes_WhenTheServerFails()
    {
        fixture.Web.Answer("/a.png", new LocalResponse(500));

        await fixture.RunAsync((fixture.Web.UrlOf("/a.png"), "x/a.png"));

        Error().Should().EndWith(" 500");
        fixture.Web.Requests.Should().HaveCount(3);
    }

    [Fact]
    public async Task Fetch_Succeeds_WhenTheServerRecovers()
    {
        var calls = 0;
        fixture.Web.Answer("/a.png", _ => Task.FromResult(
            ++calls == 1 ? new LocalResponse(503) : calls == 2 ? new LocalResponse(200) { DeclaredLength = 99 } : LocalResponse.Ok(UploadFixture.Picture())));

        await fixture.RunAsync((fixture.Web.UrlOf("/a.png"), "x/a.png"));

        fixture.Rows.Single().LogType.Should().Be(LogTypes.UploadSuccess);
        calls.Should().Be(3);
    }

    [Fact]
    public async Task Fetch_FollowsFiveRedirectsAndNotSix()
    {
        for (var i = 1; i <= 6; i++)
            fixture.Web.Answer($"/r{i}", new LocalResponse(302) { Location = i == 1 ? "/a.png" : $"/r{i - 1}" });
        fixture.Serve("/a.png", UploadFixture.Picture());

        await fixture.RunAsync((fixture.Web.UrlOf("/r5"), "x/a.png"));
        fixture.Rows.Single().LogType.Should().Be(LogTypes.UploadSuccess);

        using var second = new UploadFixture();
        await second.RunAsync((fixture.Web.UrlOf("/r6"), "x/b.png"));
        second.Rows.Single().Message.Arguments[1].Should().Be("302");
    }

    [Fact]
    public async Task Fetch_Refuses_WhenTheAddressIsPrivate()
    {
        fixture.Outbound.AllowPrivateAddresses = false;

        await fixture.RunAsync((fixture.Serve("/a.png", UploadFixture.Picture()), "x/a.png"));

        Error().Should().Be("Log.Fetch.AddressRefused 127.0.0.1");
        fixture.Web.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Fetch_SendsCredentialsAndShowsThemNowhere()
    {
        fixture.Web.Answer("/a.png", request => Task.FromResult(
            request.Headers.GetValueOrDefault("Authorization") == "Basic " + Convert.ToBase64String("me:p@ss w"u8)
                ? LocalResponse.Ok(UploadFixture.Picture())
                : new LocalResponse(401)));

        await fixture.RunAsync(
            (fixture.Web.UrlOf("/a.png", "me:p%40ss%20w"), "x/a.png"), (fixture.Web.UrlOf("/a.png", "me:wrongpass"), "x/b.png"));

        fixture.Rows.Select(r => r.LogType).Should().BeEquivalentTo([LogTypes.UploadSuccess, LogTypes.UploadError]);
        fixture.Rows.SelectMany(r => r.Message.Arguments).Should().NotContain(a => a.Contains("me:") || a.Contains("wrongpass") || a.Contains('@'));
    }

    [Fact]
    public async Task Fetch_DropsCredentials_WhenRedirected()
    {
        fixture.Web.Answer("/a.png", new LocalResponse(302) { Location = "/b.png" });
        fixture.Serve("/b.png", UploadFixture.Picture());

        await fixture.RunAsync((fixture.Web.UrlOf("/a.png", "me:secret"), "x/a.png"));

        fixture.Web.Requests.Single(r => r.Path == "/b.png").Headers.Keys.Should().NotContain("Authorization");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(-1L)]
    public async Task Fetch_Refuses_WhenTheFileIsTooLarge(long? declared)
    {
        fixture.JobOptions.UploadPostMaxFileSize = 1000;
        fixture.Web.Answer("/a.png", new LocalResponse(200) { Body = new byte[1001], DeclaredLength = declared });

        await fixture.RunAsync((fixture.Web.UrlOf("/a.png"), "x/a.png"));

        Error().Should().Be($"Log.Fetch.TooLarge {fixture.Web.UrlOf("/a.png")} 1000");
        fixture.Web.Requests.Should().HaveCount(1);
        fixture.Files.Should().BeEmpty();
    }

    [Fact]
    public async Task Fetch_GivesUp_WhenTheServerFallsSilent()
    {
        using var arrived = new SemaphoreSlim(0);
        using var never = new SemaphoreSlim(0);
        fixture.Web.Answer("/a.png", async _ =>
        {
            arrived.Release();
            await never.WaitAsync();
            return new LocalResponse(500);
        });
        var running = fixture.RunAsync((fixture.Web.UrlOf("/a.png"), "x/a.png"));
        await arrived.WaitAsync();

        fixture.Time.Advance(TimeSpan.FromSeconds(61));
        await running;

        Error().Should().StartWith("Log.Fetch.TimedOut");
        never.Release();
    }

    [Fact]
    public async Task Fetch_GoesOn_WhileSmallFilesWaitForTheirCommit()
    {
        fixture.UploadOptions.Parallel = 1;
        using var fetched = new CountdownEvent(3);
        fixture.Store.BeforeCommit = item => (item.Asset is null || fetched.Wait(TimeSpan.FromSeconds(30))).Should().BeTrue();
        foreach (var path in (string[])["/1", "/2", "/3"])
        {
            fixture.Web.Answer(path, _ =>
            {
                fetched.Signal();
                return Task.FromResult(LocalResponse.Ok("a {}"u8.ToArray()));
            });
        }

        await fixture.RunAsync(
            (fixture.Web.UrlOf("/1"), "x/a.css"), (fixture.Web.UrlOf("/2"), "x/b.css"), (fixture.Web.UrlOf("/3"), "x/c.css"));

        fixture.Assets.All.Should().HaveCount(3);
        fixture.Web.MostOpen.Should().Be(1);
    }

    private string Error()
    {
        var row = fixture.Rows.Single();
        row.LogType.Should().Be(LogTypes.UploadError);
        return string.Join(' ', [row.Message.Key, .. row.Message.Arguments]);
    }
}
