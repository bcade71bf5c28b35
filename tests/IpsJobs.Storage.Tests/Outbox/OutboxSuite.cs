using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Core.Outbox;

namespace IpsJobs.Storage.Tests.Outbox;

/// <summary>Outgoing mail and notifications.</summary>
public abstract class OutboxSuite : StoreTest
{
    [Fact]
    public async Task ListDue_GivesOldestFirst_WhenSeveralWait()
    {
        var first = await EndedAsync("a");
        Time.Advance(TimeSpan.FromSeconds(1));
        var second = await EndedAsync("b");

        var due = await Outbox.ListDueAsync(OutboxKind.Mail, Now, 10, None);

        due.Select(o => o.InstanceId).Should().Equal(first, second);
        (await Outbox.ListDueAsync(OutboxKind.Mail, Now, 1, None)).Select(o => o.InstanceId).Should().Equal(first);
        (await Outbox.ListDueAsync(OutboxKind.Mail, Now.AddSeconds(-1), 10, None)).Select(o => o.InstanceId).Should().Equal(first);
        (await Outbox.ListDueAsync(OutboxKind.Notification, Now, 10, None)).Should().HaveCount(2);
    }

    [Fact]
    public async Task MarkSent_TakesRowsOut_WhenTheyWereSent()
    {
        await EndedAsync("a");
        var mail = (await Outbox.ListDueAsync(OutboxKind.Mail, Now, 10, None)).Single();

        await Outbox.MarkSentAsync(OutboxKind.Notification, [mail.OutboxId], None);
        (await Outbox.ListDueAsync(OutboxKind.Mail, Now, 10, None)).Should().ContainSingle("that was another kind");
        await Outbox.MarkSentAsync(OutboxKind.Mail, [mail.OutboxId], None);

        (await Outbox.ListDueAsync(OutboxKind.Mail, Now.AddDays(9), 10, None)).Should().BeEmpty();
        (await Outbox.NextDueAsync(OutboxKind.Mail, None)).Should().BeNull();
    }

    [Fact]
    public async Task MarkFailed_SetsTheNextAttempt_WhenThereIsOne()
    {
        await EndedAsync("a");
        var mail = (await Outbox.ListDueAsync(OutboxKind.Mail, Now, 10, None)).Single();

        await Outbox.MarkFailedAsync(OutboxKind.Mail, mail.OutboxId, "451 later", Now.AddMinutes(5), None);
        await RestartAsync();

        (await Outbox.ListDueAsync(OutboxKind.Mail, Now, 10, None)).Should().BeEmpty();
        (await Outbox.NextDueAsync(OutboxKind.Mail, None)).Should().Be(Now.AddMinutes(5));
        (await Outbox.ListDueAsync(OutboxKind.Mail, Now.AddMinutes(5), 10, None)).Single()
            .Should().Be(mail with { Attempts = 1 }, "the identity never changes");
    }

    [Fact]
    public async Task MarkFailed_GivesUp_WhenThereIsNoNextAttempt()
    {
        await EndedAsync("a");
        var mail = (await Outbox.ListDueAsync(OutboxKind.Mail, Now, 10, None)).Single();

        await Outbox.MarkFailedAsync(OutboxKind.Mail, mail.OutboxId, "550 no", nextUtc: null, None);

        (await Outbox.ListDueAsync(OutboxKind.Mail, Now.AddDays(9), 10, None)).Should().BeEmpty();
    }

    [Fact]
    public async Task RetryFailed_MakesDueAgain_WhatWasGivenUp()
    {
        await EndedAsync("a");
        await EndedAsync("b");
        var mails = await Outbox.ListDueAsync(OutboxKind.Mail, Now, 10, None);
        await Outbox.MarkFailedAsync(OutboxKind.Mail, mails[0].OutboxId, "550 no", nextUtc: null, None);
        await Outbox.MarkSentAsync(OutboxKind.Mail, [mails[1].OutboxId], None);
        var failed = await Outbox.ListAsync(OutboxKind.Mail, onlyFailed: true, 10, None);
        failed.Should().ContainSingle().Which.Should().Match<OutboxState>(s => s.IsFailed && s.LastError == "550 no" && s.Item.Attempts == 1);

        (await Outbox.RetryFailedAsync(OutboxKind.Mail, outboxId: mails[1].OutboxId, None)).Should().Be(0, "it was sent");
        (await Outbox.RetryFailedAsync(OutboxKind.Mail, outboxId: null, None)).Should().Be(1);

        (await Outbox.ListDueAsync(OutboxKind.Mail, Now.AddSeconds(1), 10, None)).Single().Attempts.Should().Be(0);
        (await Outbox.ListAsync(OutboxKind.Mail, onlyFailed: false, 10, None)).Select(s => s.Item.OutboxId)
            .Should().Equal(mails[1].OutboxId, mails[0].OutboxId);
    }

    [Fact]
    public async Task NoteUndelivered_AddsAWarningToTheEndRow_WithoutCounting()
    {
        var id = await EndedAsync("a");

        await Outbox.NoteUndeliveredAsync(id, "http://x/", new LocalizedMessage("Log.Late", "30"), None);

        var log = (await Queries.ListLogDetailsAsync(new JobLogDetailFilter(47) { OriginalName = "a" }, None)).Single();
        log.Rows[^1].LogType.Should().Be(LogTypes.EndUploadUrls);
        var arguments = log.Rows[^1].Aux.Single().Message.Arguments;
        arguments[0].Should().Be("http://x/");
        NestedMessage.Find(arguments[1]).Should().BeEquivalentTo(new LocalizedMessage("Log.Late", "30"));
        log.Instance.Counters.Should().Be(JobCounters.None);
        log.Instance.Outcome.Should().Be(JobOutcome.Completed);
    }

    [Fact]
    public async Task WaitForNew_Completes_WhenACommitAddsARow()
    {
        var mail = Outbox.WaitForNewAsync(OutboxKind.Mail, None);
        mail.IsCompleted.Should().BeFalse();

        await EndedAsync("a");

        await mail.WaitAsync(TimeSpan.FromSeconds(30));
        Outbox.WaitForNewAsync(OutboxKind.Notification, None).IsCompleted.Should().BeTrue("the commit was before the wait");
        Outbox.WaitForNewAsync(OutboxKind.Mail, None).IsCompleted.Should().BeFalse("there was no commit since");
    }

    private async Task<long> EndedAsync(string name)
    {
        var instance = await Jobs.AddInstanceAsync(AJob.New(name), None);
        await Jobs.StartInstanceAsync(AJob.Start(instance.InstanceId), None);
        await Jobs.EndInstanceAsync(
            AJob.End(instance.InstanceId) with
            {
                Mail = new NewMail("a@example.com", EmailSettings.All, null),
                Notification = new NewNotification("http://example.com/"),
            },
            None);
        return instance.InstanceId;
    }
}
