using IpsJobs.Core.Configuration;
using IpsJobs.Notifications.Callbacks;
using IpsJobs.Notifications.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace IpsJobs.Notifications.Tests.Callbacks;

public sealed class NotificationSenderTests : IDisposable
{
    private readonly FakeReceiver receiver = new();
    private readonly SignallingTime time = new();
    private readonly FakeOutbox outbox;
    private readonly FakeJobQueries queries = new();
    private readonly NotificationCaller caller;
    private readonly NotificationSender sender;

    public NotificationSenderTests()
    {
        outbox = new FakeOutbox(time);
        queries.Instances.Add(Sample.Instance());
        var options = new OutboundOptions { AllowPrivateAddresses = true };
        caller = new NotificationCaller(Options.Create(options), Options.Create(new NotificationOptions()), Sample.Clock(time));
        sender = new NotificationSender(outbox, queries, caller, Sample.Clock(time), NullLogger<NotificationSender>.Instance);
    }

    [Fact]
    public async Task Sender_CallsOnce_WhenTheReceiverTakesIt()
    {
        outbox.Add(receiver.Address + "/done");

        await sender.StartAsync(default);

        (await outbox.Marks.WaitForCountAsync(1))[0].Sent.Should().BeTrue();
        await time.PassAsync(TimeSpan.FromMinutes(1));
        receiver.Requests.All.Should().ContainSingle();
    }

    [Fact]
    public async Task Sender_WakesUp_WhenANotificationArrives()
    {
        await sender.StartAsync(default);
        await time.PassAsync(TimeSpan.FromMinutes(1));

        outbox.Add(receiver.Address + "/done");

        (await outbox.Marks.WaitForCountAsync(1))[0].Sent.Should().BeTrue();
    }

    [Theory]
    [InlineData(0, 30)]
    [InlineData(1, 90)]
    public async Task Sender_PlansTheNextAttempt_WhenOneFails(int earlier, int seconds)
    {
        receiver.OnRequest = _ => FakeReceiver.Broken;
        outbox.Add(receiver.Address + "/done", attempts: earlier);

        await sender.StartAsync(default);

        var mark = (await outbox.Marks.WaitForCountAsync(1))[0];
        mark.Should().Be(new OutboxMark(1, Sent: false, "HTTP 500", SignallingTime.Epoch.AddSeconds(seconds)));
        outbox.Notes.All.Should().BeEmpty();
    }

    [Fact]
    public async Task Sender_WarnsInTheJobLog_WhenTheLastAttemptFails()
    {
        receiver.OnRequest = _ => FakeReceiver.Broken;
        outbox.Add(receiver.Address + "/done?token=secret", attempts: 2);

        await sender.StartAsync(default);

        (await outbox.Marks.WaitForCountAsync(1))[0].NextUtc.Should().BeNull();
        var note = outbox.Notes.All.Single();
        (note.InstanceId, note.Url).Should().Be((Sample.InstanceId, receiver.Address + "/done"));
        Sample.Renderer.Render(note.Reason, "en").Should().Be("the receiver answered with HTTP status 500");
    }

    [Fact]
    public async Task Sender_TriesAgain_WhenTheTimeHasCome()
    {
        receiver.OnRequest = _ => FakeReceiver.Broken;
        outbox.Add(receiver.Address + "/done");
        await sender.StartAsync(default);
        await outbox.Marks.WaitForCountAsync(1);

        receiver.OnRequest = _ => FakeReceiver.Ok;
        // The first wait of thirty seconds is the limit of the call itself.
        await time.PassAsync(TimeSpan.FromSeconds(30), occurrence: 2);

        (await outbox.Marks.WaitForCountAsync(2))[1].Sent.Should().BeTrue();
        receiver.Requests.All.Select(r => r.Split('\n').Single(l => l.StartsWith("X-IPS-Notification-Id", StringComparison.Ordinal)))
            .Should().Equal("X-IPS-Notification-Id: row-1", "X-IPS-Notification-Id: row-1");
    }

    [Fact]
    public async Task Sender_ServesTheOthers_WhileOneReceiverIsSlow()
    {
        using var slow = new FakeReceiver { OnRequest = _ => null };
        for (var i = 0; i < 20; i++)
            outbox.Add(slow.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal) + "/slow");
        var quick = outbox.Add(receiver.Address + "/quick");

        await sender.StartAsync(default);

        (await outbox.Marks.WaitForCountAsync(1))[0].Should().Be(new OutboxMark(quick.OutboxId, Sent: true, null, null));
        (await slow.Requests.WaitForCountAsync(4)).Should().HaveCount(4);
    }

    [Fact]
    public async Task Sender_CallsNoRowTwice_WhileItsCallIsUnderWay()
    {
        receiver.OnRequest = _ => null;
        outbox.Add(receiver.Address + "/slow");
        await sender.StartAsync(default);
        await receiver.Requests.WaitForCountAsync(1);

        for (var second = 1; second <= 5; second++)
            await time.PassAsync(TimeSpan.FromSeconds(1), occurrence: second);

        receiver.Requests.All.Should().ContainSingle();
        outbox.Marks.All.Should().BeEmpty();
    }

    [Fact]
    public async Task Sender_GivesUpAndWarns_WhenTheAddressIsNone()
    {
        outbox.Add("mailto:nobody", attempts: 2);

        await sender.StartAsync(default);

        (await outbox.Marks.WaitForCountAsync(1))[0].Reason.Should().Be("not an http or https address");
    }

    [Fact]
    public async Task Sender_GoesOn_AfterTheDatabaseWasAway()
    {
        outbox.ListFailures = 1;
        outbox.MarkFailures = 1;
        outbox.Add(receiver.Address + "/done");
        await sender.StartAsync(default);

        await time.PassAsync(TimeSpan.FromSeconds(10));
        await time.PassAsync(TimeSpan.FromSeconds(10), occurrence: 2);

        (await outbox.Marks.WaitForCountAsync(1))[0].Sent.Should().BeTrue();
        receiver.Requests.All.Should().HaveCount(2, "the first success could not be noted");
    }

    public void Dispose()
    {
        sender.StopAsync(default).GetAwaiter().GetResult();
        sender.Dispose();
        caller.Dispose();
        receiver.Dispose();
    }
}
