using IpsJobs.Core.Messages;
using IpsJobs.Core.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Storage.Tests.Outbox;

/// <summary>Warnings to the administrators of companies.</summary>
public abstract class WarningSuite : StoreTest
{
    private static readonly string[] Two = ["a@example.com", "b@example.com"];

    private IWarnings Warnings => Services.GetRequiredService<IWarnings>();

    [Fact]
    public async Task Warn_QueuesAMailForEach_AsItWasWritten()
    {
        var arrival = Outbox.WaitForNewAsync(OutboxKind.Mail, None);

        (await Warnings.WarnAsync(Warning(47, Now), None)).Should().BeTrue();

        await arrival.WaitAsync(TimeSpan.FromSeconds(30));
        await RestartAsync();
        var mails = await Outbox.ListDueAsync(OutboxKind.Mail, Now, 10, None);
        mails.Select(m => (m.Target, m.InstanceId, m.Locale)).Should().Equal(("a@example.com", 0L, null), ("b@example.com", 0L, null));
        mails.Select(m => m.Identity).Should().OnlyHaveUniqueItems();
        mails.Should().AllSatisfy(m => m.Notice.Should().BeEquivalentTo(Warning(47, Now).Notice));
    }

    [Fact]
    public async Task Warn_QueuesNothing_WhenAnEarlierWarningReachesAsFar()
    {
        await Warnings.WarnAsync(Warning(47, Now), None);
        await RestartAsync();

        (await Warnings.WarnAsync(Warning(47, Now), None)).Should().BeFalse();
        (await Warnings.WarnAsync(Warning(47, Now.AddDays(-1)), None)).Should().BeFalse();
        (await Warnings.FindReachAsync(47, WarningKind.Trash, None)).Should().Be(Now);
        (await Outbox.ListDueAsync(OutboxKind.Mail, Now, 10, None)).Should().HaveCount(2);

        (await Warnings.WarnAsync(Warning(47, Now.AddTicks(1)), None)).Should().BeTrue();
        (await Outbox.ListDueAsync(OutboxKind.Mail, Now, 10, None)).Should().HaveCount(4);
    }

    [Fact]
    public async Task Warn_KeepsCompaniesApart()
    {
        await Warnings.WarnAsync(Warning(47, Now), None);

        (await Warnings.FindReachAsync(48, WarningKind.Trash, None)).Should().BeNull();
        (await Warnings.WarnAsync(Warning(48, Now.AddDays(-1)), None)).Should().BeTrue();
    }

    [Fact]
    public async Task Forget_HasTheNextWarningSent_OfThatKindOnly()
    {
        await Warnings.WarnAsync(Warning(47, Now), None);
        await Warnings.WarnAsync(Warning(47, DateTimeOffset.MaxValue) with { Kind = WarningKind.DiskSpace }, None);

        await Warnings.ForgetAsync(47, WarningKind.DiskSpace, None);

        (await Warnings.FindReachAsync(47, WarningKind.Trash, None)).Should().Be(Now);
        (await Warnings.WarnAsync(Warning(47, DateTimeOffset.MaxValue) with { Kind = WarningKind.DiskSpace }, None)).Should().BeTrue();
        (await Warnings.FindReachAsync(47, WarningKind.DiskSpace, None)).Should().Be(DateTimeOffset.MaxValue);
    }

    private static NewWarning Warning(int companyId, DateTimeOffset reach)
    {
        var list = new NoticeList(
            new LocalizedMessage("Mail.Trash.Assets"),
            [new NoticeLine("Firma/größe.jpg", new LocalizedMessage("Mail.Trash.Removal", "2024-05-06T00:00:00.0000000+00:00"))],
            new LocalizedMessage("Mail.Trash.Omitted", "3"));
        return new NewWarning(
            WarningKind.Trash,
            reach,
            new Notice(companyId, "Sample \"Company\"", new LocalizedMessage("Mail.Trash.Heading"), new LocalizedMessage("Mail.Trash.Text", "4", "x"))
            {
                List = list,
            },
            Two);
    }
}
