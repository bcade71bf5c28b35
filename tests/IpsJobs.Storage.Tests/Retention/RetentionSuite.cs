using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Core.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Storage.Tests.Retention;

/// <summary>Old logs and all that belongs to them.</summary>
public abstract class RetentionSuite : StoreTest
{
    private ILogRetention Retention => Services.GetRequiredService<ILogRetention>();

    [Fact]
    public async Task ListExpired_GivesOldEndedOnes_WhenOthersAreYoungOrAlive()
    {
        var alive = (await Jobs.AddInstanceAsync(AJob.New("alive"), None)).InstanceId;
        var first = await EndedAsync("first");
        var second = await EndedAsync("second");
        Time.Advance(TimeSpan.FromDays(1));
        var limit = Now;
        await EndedAsync("young");

        (await Retention.ListExpiredAsync(limit, 0, 10, None)).Should().Equal(first, second).And.NotContain(alive);
        (await Retention.ListExpiredAsync(limit, 0, 1, None)).Should().Equal(first);
        (await Retention.ListExpiredAsync(limit, first, 10, None)).Should().Equal(second);
        (await Retention.ListExpiredAsync(limit.AddDays(-1), 0, 10, None)).Should().BeEmpty("the end of the day they ended on is not before it");
    }

    [Fact]
    public async Task Remove_KeepsTheLog_WhenItsMailIsStillToBeSent()
    {
        var id = await EndedAsync("mailed", new NewMail("a@example.com", EmailSettings.All, null));
        Time.Advance(TimeSpan.FromDays(1));

        (await Retention.ListExpiredAsync(Now, 0, 10, None)).Should().BeEmpty();
        (await Retention.RemoveAsync(id, 100, None)).Should().Be(LogRemoval.Kept);
        var mail = (await Outbox.ListDueAsync(OutboxKind.Mail, Now, 10, None)).Single();
        await Outbox.MarkSentAsync(OutboxKind.Mail, [mail.OutboxId], None);

        (await Retention.ListExpiredAsync(Now, 0, 10, None)).Should().Equal(id);
        (await Retention.RemoveAsync(id, 100, None)).Should().Be(LogRemoval.Gone);
    }

    [Fact]
    public async Task Remove_LeavesNothing_WhenItIsCalledUntilAllIsGone()
    {
        var id = await EndedAsync("long");
        var other = await EndedAsync("other");

        var removals = new List<LogRemoval>();
        for (var step = 0; step < 3; step++)
            removals.Add(await Retention.RemoveAsync(id, 2, None));

        removals.Should().Equal(LogRemoval.Partly, LogRemoval.Partly, LogRemoval.Gone);
        await using var tables = Tables();
        (await tables.LogRows.CountAsync(r => r.InstanceId == id)).Should().Be(0);
        (await tables.Instances.Select(i => i.InstanceId).ToListAsync()).Should().Equal(other);
        (await tables.InstanceHistory.Select(h => h.InstanceId).Distinct().ToListAsync()).Should().Equal(other);
        (await tables.JobBlocks.CountAsync()).Should().Be(1);
        (await Retention.RemoveAsync(id, 2, None)).Should().Be(LogRemoval.Kept, "there is none any more");
    }

    [Fact]
    public async Task Remove_IsRefused_WhenTheInstanceIsAlive()
    {
        var id = (await Jobs.AddInstanceAsync(AJob.New(), None)).InstanceId;

        (await Retention.RemoveAsync(id, 100, None)).Should().Be(LogRemoval.Kept);

        (await Queries.FindInstanceAsync(id, None)).Should().NotBeNull();
    }

    [Fact]
    public async Task Remove_KeepsTheSharedBlock_WhenTheTriggerStillNeedsIt()
    {
        var trigger = await Jobs.AddTriggerAsync(AJob.Trigger(), None);
        var fired = await Jobs.FireTriggerAsync(new TriggerFire(trigger.TriggerId, trigger.NextFireUtc!.Value, Now.AddYears(1)), None);
        await EndAsync(fired.Started!.InstanceId);

        await Retention.RemoveAsync(fired.Started.InstanceId, 100, None);

        var kept = await Queries.FindTriggerAsync(trigger.TriggerId, None);
        kept!.Definition.BlockXml.Should().Equal(trigger.Definition.BlockXml);
        await Jobs.DeleteTriggerAsync(trigger.TriggerId, None);
        await using var tables = Tables();
        (await tables.JobBlocks.CountAsync()).Should().Be(0);
    }

    [Fact]
    public async Task DeleteTrigger_RemovesItsBlock_WhenItsOnlyInstanceWasStartedByHand()
    {
        var trigger = await Jobs.AddTriggerAsync(AJob.Trigger(), None);
        await Jobs.AddInstanceAsync(AJob.New() with { TriggerId = trigger.TriggerId }, None);

        await Jobs.DeleteTriggerAsync(trigger.TriggerId, None);

        await using var tables = Tables();
        (await tables.JobBlocks.CountAsync()).Should().Be(1, "the instance has a block of its own");
    }

    [Fact]
    public async Task RemoveTriggerHistory_RemovesMovesOfGoneTriggers_WhenTheyAreOld()
    {
        var gone = await Jobs.AddTriggerAsync(AJob.Trigger("gone"), None);
        var kept = await Jobs.AddTriggerAsync(AJob.Trigger("kept"), None);
        await Jobs.DeleteTriggerAsync(gone.TriggerId, None);
        (await Retention.RemoveTriggerHistoryAsync(Now, 10, None)).Should().Be(0, "they are not old yet");
        Time.Advance(TimeSpan.FromDays(1));

        (await Retention.RemoveTriggerHistoryAsync(Now, 1, None)).Should().Be(1);
        (await Retention.RemoveTriggerHistoryAsync(Now, 10, None)).Should().Be(1);
        (await Retention.RemoveTriggerHistoryAsync(Now, 10, None)).Should().Be(0);

        await using var tables = Tables();
        (await tables.TriggerHistory.Select(h => h.TriggerId).ToListAsync()).Should().Equal(kept.TriggerId);
    }

    [Fact]
    public async Task RemoveNotices_RemovesOldOnes_UnlessTheyAreStillToBeSent()
    {
        var warnings = Services.GetRequiredService<IWarnings>();
        var notice = new Notice(47, "Sample Company", new LocalizedMessage("Mail.Trash.Heading"), new LocalizedMessage("Mail.Trash.Text", "1", ""));
        await warnings.WarnAsync(new NewWarning(WarningKind.Trash, Now, notice, ["sent@example.com", "waiting@example.com"]), None);
        var mailed = await EndedAsync("mailed", new NewMail("job@example.com", EmailSettings.All, null));
        var mails = await Outbox.ListDueAsync(OutboxKind.Mail, Now, 10, None);
        await Outbox.MarkSentAsync(OutboxKind.Mail, [mails[0].OutboxId, mails[2].OutboxId], None);

        await Retention.RemoveNoticesAsync(Now, None);
        (await Outbox.ListAsync(OutboxKind.Mail, onlyFailed: false, 10, None)).Should().HaveCount(3, "they are not old yet");
        Time.Advance(TimeSpan.FromDays(1));
        await Retention.RemoveNoticesAsync(Now, None);

        (await Outbox.ListAsync(OutboxKind.Mail, onlyFailed: false, 10, None)).Select(o => (o.Item.Target, o.Item.InstanceId))
            .Should().Equal(("job@example.com", mailed), ("waiting@example.com", 0L));
    }

    // Five rows: four at the start, one at the end.
    private async Task<long> EndedAsync(string name, NewMail? mail = null)
    {
        var id = (await Jobs.AddInstanceAsync(AJob.New(name), None)).InstanceId;
        await EndAsync(id, mail);
        return id;
    }

    private async Task EndAsync(long id, NewMail? mail = null)
    {
        await Jobs.StartInstanceAsync(AJob.Start(id), None);
        await Jobs.EndInstanceAsync(AJob.End(id) with { Mail = mail }, None);
    }
}
