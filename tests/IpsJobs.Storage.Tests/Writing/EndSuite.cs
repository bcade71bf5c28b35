using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Core.Outbox;
using Microsoft.EntityFrameworkCore;

namespace IpsJobs.Storage.Tests.Writing;

/// <summary>The end of instances, and what becomes durable with it.</summary>
public abstract class EndSuite : StoreTest
{
    [Fact]
    public async Task EndInstance_ClosesTheLog_WhenItRan()
    {
        var instance = await StartedAsync();
        Time.Advance(TimeSpan.FromSeconds(5));

        await Jobs.EndInstanceAsync(AJob.End(instance.InstanceId, JobOutcome.Warning), None);

        var ended = await Queries.FindInstanceAsync(instance.InstanceId, None);
        ended.Should().BeEquivalentTo(
            new { State = InstanceState.Done, instance.StartUtc, EndUtc = Now, Outcome = JobOutcome.Warning });
        (await Recovery.ListLiveAsync(None)).Should().BeEmpty();
    }

    [Fact]
    public async Task EndInstance_GivesItAStart_WhenItNeverRan()
    {
        var instance = await Jobs.AddInstanceAsync(AJob.New(), None);

        await Jobs.EndInstanceAsync(
            new InstanceEnd(instance.InstanceId, JobOutcome.Stopped, [AJob.Row(LogTypes.BeginUploadUrls), AJob.Row(LogTypes.EndUploadUrls)]), None);

        var ended = await Queries.FindInstanceAsync(instance.InstanceId, None);
        ended.Should().BeEquivalentTo(new { StartUtc = Now, EndUtc = Now, Outcome = JobOutcome.Stopped });
        await using var db = Tables();
        (await db.Instances.SingleAsync()).LogType.Should().Be(LogTypes.BeginUploadUrls);
    }

    [Fact]
    public async Task EndInstance_CountsItsRows_WhenOneIsFatal()
    {
        var instance = await StartedAsync();
        var remark = new AuxEntry(LogTypes.UploadWarning, new LocalizedMessage("Log.X"), Now);

        await Jobs.EndInstanceAsync(
            new InstanceEnd(
                instance.InstanceId,
                JobOutcome.Fatal,
                [AJob.Row(LogTypes.FatalError), AJob.Row(LogTypes.EndUploadUrls) with { Aux = [remark] }]),
            None);

        var ended = await Queries.FindInstanceAsync(instance.InstanceId, None);
        ended!.Counters.Should().Be(new JobCounters { FatalError = true, FileWarning = 1 });
    }

    [Fact]
    public async Task EndInstance_Throws_WhenItHasEnded()
    {
        var instance = await StartedAsync();
        await Jobs.EndInstanceAsync(AJob.End(instance.InstanceId), None);

        var act = () => Jobs.EndInstanceAsync(
            AJob.End(instance.InstanceId) with { Mail = new NewMail("a@example.com", EmailSettings.All, null) }, None);

        await act.Should().ThrowAsync<StateConflictException>();
        (await Outbox.ListDueAsync(OutboxKind.Mail, Now, 10, None)).Should().BeEmpty();
    }

    [Fact]
    public async Task EndInstance_StoresMailAndNotification_WhenTheyAreDue()
    {
        var instance = await StartedAsync();

        await Jobs.EndInstanceAsync(
            AJob.End(instance.InstanceId) with
            {
                Mail = new NewMail("a@example.com", EmailSettings.All, "fr"),
                Notification = new NewNotification("http://example.com/done?x=1"),
            },
            None);

        var mail = (await Outbox.ListDueAsync(OutboxKind.Mail, Now, 10, None)).Single();
        mail.Should().BeEquivalentTo(
            new { instance.InstanceId, Target = "a@example.com", EmailSetting = EmailSettings.All, Locale = "fr", Attempts = 0, CreatedUtc = Now });
        var call = (await Outbox.ListDueAsync(OutboxKind.Notification, Now, 10, None)).Single();
        call.Target.Should().Be("http://example.com/done?x=1");
        call.Identity.Should().NotBe(mail.Identity).And.HaveLength(32);
    }

    [Fact]
    public async Task EndInstance_StoresTheFollowOn_WhenThereIsOne()
    {
        var instance = await StartedAsync();
        var next = AJob.New() with { NamePrefix = "Pub_", InitiatingJobName = instance.InstanceName };

        var result = await Jobs.EndInstanceAsync(AJob.End(instance.InstanceId) with { FollowOn = next }, None);

        result.PendingFire.Should().BeNull();
        (await Queries.FindInstanceAsync(result.FollowOn!.InstanceId, None)).Should().BeEquivalentTo(
            new { State = InstanceState.New, instance.Definition.OriginalName, InitiatingJobName = instance.InstanceName },
            o => o.ExcludingMissingMembers());
        result.FollowOn.InstanceName.Should().StartWith("Pub_My job_");
    }

    private async Task<JobInstance> StartedAsync()
    {
        var instance = await Jobs.AddInstanceAsync(AJob.New(), None);
        return await Jobs.StartInstanceAsync(AJob.Start(instance.InstanceId), None);
    }
}
