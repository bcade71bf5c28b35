using System.Security.Cryptography;
using System.Text;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Outbox;
using IpsJobs.Notifications.Callbacks;
using IpsJobs.Notifications.Tests.Fakes;
using Microsoft.Extensions.Options;

namespace IpsJobs.Notifications.Tests.Callbacks;

public sealed class NotificationCallerTests : IDisposable
{
    private readonly FakeReceiver receiver = new();
    private readonly SignallingTime time = new();
    private readonly OutboundOptions options = new() { AllowPrivateAddresses = true };
    private readonly NotificationOptions signing = new();
    private readonly NotificationCaller caller;

    public NotificationCallerTests() => caller = new NotificationCaller(Options.Create(options), Options.Create(signing), Sample.Clock(time));

    [Fact]
    public async Task CallAsync_TellsHowTheJobEnded_InItsHeaders()
    {
        await CallAsync("/done", Sample.Instance("größe", outcome: JobOutcome.Warning));

        Lines().Should().Contain(
        [
            "X-IPS-Job-Handle: j|47||gr%C3%B6%C3%9Fe_2026-08-21-08:59:18.000|17",
            "X-IPS-Job-Name: gr%C3%B6%C3%9Fe_2026-08-21-08:59:18.000",
            "X-IPS-Original-Job-Name: gr%C3%B6%C3%9Fe",
            "X-IPS-Job-Type: UrlUpload",
            "X-IPS-Job-Outcome: Warning",
            "X-IPS-Notification-Id: row-1",
        ]);
    }

    [Fact]
    public async Task CallAsync_SignsItsHeaders_WhenASecretIsSet()
    {
        signing.SigningSecret = "a secret of 20 chars";

        await CallAsync("/done", Sample.Instance("größe"));

        var headers = Lines().Where(l => l.StartsWith("X-IPS-", StringComparison.Ordinal)).ToList();
        var signed = string.Concat(headers.SkipLast(1).Select(l => l.Split(": ", 2)).Select(p => $"{p[0].ToLowerInvariant()}:{p[1]}\n"));
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(signing.SigningSecret), Encoding.ASCII.GetBytes(signed));
        headers[^2].Should().Be($"X-IPS-Timestamp: {SignallingTime.Epoch.ToUnixTimeSeconds()}");
        headers[^1].Should().Be("X-IPS-Signature: sha256=" + Convert.ToHexStringLower(expected));
        headers.Should().HaveCount(8);
    }

    [Fact]
    public async Task CallAsync_SendsNoSignature_WhenNoSecretIsSet()
    {
        await CallAsync("/done");

        Lines().Should().NotContain(l => l.StartsWith("X-IPS-Signature") || l.StartsWith("X-IPS-Timestamp"));
    }

    [Theory]
    [InlineData("/a/../b/./%7Ex//y?q=%c3%a9&Y=a+b%20c", "/a/../b/./%7Ex//y?q=%c3%a9&Y=a+b%20c")]
    [InlineData("?x=1", "/?x=1")]
    [InlineData("", "/")]
    [InlineData("/x#part", "/x")]
    [InlineData("/größe?é", "/gr%C3%B6%C3%9Fe?%C3%A9")]
    public async Task CallAsync_AsksForTheAddressAsGiven(string path, string expected)
    {
        await CallAsync(path);

        Lines()[0].Should().Be($"GET {expected} HTTP/1.1");
    }

    [Fact]
    public async Task CallAsync_LetsNoAddressAddAHeader_WhenItHoldsALineBreak()
    {
        await CallAsync("/a\r\nX-Evil: 1\r\n b");

        Lines().Should().NotContain(l => l.StartsWith("X-Evil", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task CallAsync_SendsCredentialsOfTheAddress_AsBasicAuthentication()
    {
        var address = receiver.Address.Replace("http://", "http://us%40er:p%3Ass@", StringComparison.Ordinal);
        await caller.CallAsync(Item(address + "/x"), Sample.Instance(), default);

        Lines().Should().Contain("Authorization: Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("us@er:p:ss")));
        Lines()[0].Should().Be("GET /x HTTP/1.1");
    }

    [Fact]
    public async Task CallAsync_Fails_WhenTheStatusIsNoSuccess()
    {
        receiver.OnRequest = _ => FakeReceiver.Broken;

        await Calling("/x").Should().ThrowAsync<NotificationFailedException>().WithMessage("HTTP 500");
    }

    [Fact]
    public async Task CallAsync_FollowsRedirects()
    {
        receiver.OnRequest = r => r.StartsWith("GET /new ", StringComparison.Ordinal) ? FakeReceiver.Ok : FakeReceiver.Redirect("/new");

        await CallAsync("/old");

        receiver.Requests.All.Should().HaveCount(2);
    }

    [Fact]
    public async Task CallAsync_FollowsFiveRedirectsAtMost()
    {
        receiver.OnRequest = _ => FakeReceiver.Redirect("/again");

        await Calling("/x").Should().ThrowAsync<NotificationFailedException>().WithMessage("HTTP 302");
        receiver.Requests.All.Should().HaveCount(6);
    }

    [Fact]
    public async Task CallAsync_NeverConnects_WhenTheAddressIsPrivate()
    {
        options.AllowPrivateAddresses = false;

        await Calling("/x").Should().ThrowAsync<NotificationFailedException>()
            .WithMessage("the address of host '127.0.0.1' is not allowed");
        receiver.Requests.All.Should().BeEmpty();
    }

    [Fact]
    public async Task CallAsync_NeverFollowsARedirect_ToAPrivateAddress()
    {
        using var inner = new FakeReceiver();
        receiver.OnRequest = _ =>
        {
            // No public address can be had in a test; closing the door between the two connections comes to the same.
            options.AllowPrivateAddresses = false;
            return FakeReceiver.Redirect(inner.Address + "/secret");
        };

        await Calling("/x").Should().ThrowAsync<NotificationFailedException>().WithMessage("*not allowed");
        inner.Requests.All.Should().BeEmpty();
    }

    [Fact]
    public async Task CallAsync_GivesUpAfterThirtySeconds_WhenNothingIsAnswered()
    {
        receiver.OnRequest = _ => null;
        var call = CallAsync("/x");
        await receiver.Requests.WaitForCountAsync(1);
        await time.PassAsync(TimeSpan.FromSeconds(30));

        await call.Invoking(c => c).Should().ThrowAsync<NotificationFailedException>().WithMessage("no answer within 30 s");
    }

    [Fact]
    public async Task CallAsync_Fails_WhenNobodyListens()
    {
        receiver.Close();

        await Calling("/x?token=abc").Should().ThrowAsync<NotificationFailedException>().WithMessage("ConnectionError");
    }

    public void Dispose()
    {
        caller.Dispose();
        receiver.Dispose();
    }

    private static OutboxItem Item(string address) => new(1, Sample.InstanceId, "row-1", address, "", null, 0, SignallingTime.Epoch);

    private Task CallAsync(string path, JobInstance? instance = null) =>
        caller.CallAsync(Item(receiver.Address + path), instance ?? Sample.Instance(), default);

    private Func<Task> Calling(string path) => () => CallAsync(path);

    private string[] Lines() => receiver.Requests.All[0].Split('\n');
}
