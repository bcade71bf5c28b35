using IpsJobs.Contracts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.ImageServingPublish;
using IpsJobs.Handlers.Publishing;
using IpsJobs.Testing.Accounts;
using PublishContext = IpsJobs.Core.Accounts.PublishContext;
using PublishServer = IpsJobs.Core.Accounts.PublishServer;
using IpsJobs.Handlers.Tests.Publishing;

namespace IpsJobs.Handlers.Tests.ImageServingPublish;

public sealed class ImageServingPublishRulesTests
{
    private readonly FakeAccountDirectory accounts = new();

    public ImageServingPublishRulesTests()
    {
        accounts.Contexts.AddRange(
            [
                new PublishContext(1, 47, "Staging", PublishContextTypes.ImageServing, PublishAll: false),
                new PublishContext(2, 47, "ImageServing", PublishContextTypes.ImageServing, PublishAll: false),
                new PublishContext(3, 47, "Video", PublishContextTypes.Video, PublishAll: false),
                new PublishContext(4, 48, "ImageServing", PublishContextTypes.ImageServing, PublishAll: false),
            ]);
        accounts.Servers.Add(new PublishServer(11, 1, "One", "/nowhere", IsActive: true));
        accounts.Servers.Add(new PublishServer(12, 2, "Two", "/nowhere", IsActive: true));
        accounts.Servers.Add(new PublishServer(14, 4, "Four", "/nowhere", IsActive: true));
    }

    [Theory]
    [InlineData(PublishTypes.Full, JobSubTypes.Full)]
    [InlineData(PublishTypes.FullWithSearch, JobSubTypes.FullWithSearch)]
    [InlineData(PublishTypes.Incremental, JobSubTypes.Increment)]
    public async Task Check_GivesSubTypeAndLaneOfDefaultContext_WhenNoContextIsNamed(string publishType, string subType)
    {
        var plan = await CheckAsync(b => b.PublishType = publishType);

        plan.Should().Be(new BlockPlan(Lanes.Publish(47, 2), subType));
    }

    [Theory]
    [InlineData("pc|1", 1)]
    [InlineData("1", 1)]
    [InlineData("", 2)]
    public async Task Check_GivesLaneOfNamedContext_WhenHandleIsGiven(string handle, int contextId)
    {
        var plan = await CheckAsync(b => b.ContextHandle = handle);

        plan.LaneKey.Should().Be(Lanes.Publish(47, contextId));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("pc|999")]
    [InlineData("pc|3")]
    [InlineData("pc|4")]
    public Task Check_Refuses_WhenContextIsUnknownOrOfAnotherTypeOrCompany(string handle) =>
        ShouldRefuseAsync(b => b.ContextHandle = handle, Violations.InvalidHandle(handle, "imageServingPublishJob/contextHandle"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Check_Refuses_WhenARequiredConstantIsMissing(string? value)
    {
        await ShouldRefuseAsync(b => b.PublishType = value, Violations.Missing("imageServingPublishJob/publishType"));
        await ShouldRefuseAsync(b => b.EmailSetting = value, Violations.Missing("imageServingPublishJob/emailSetting"));
    }

    [Fact]
    public async Task Check_Refuses_WhenAConstantIsIllegal()
    {
        await ShouldRefuseAsync(b => b.PublishType = "full", Violations.InvalidValue("full", "imageServingPublishJob/publishType"));
        await ShouldRefuseAsync(b => b.EmailSetting = "Always", Violations.InvalidValue("Always", "imageServingPublishJob/emailSetting"));
    }

    [Theory]
    [InlineData("/done")]
    [InlineData("ftp://example.com/done")]
    [InlineData("example.com")]
    public Task Check_Refuses_WhenCompletionUrlIsNoHttpAddress(string url) => ShouldRefuseAsync(
        b => b.HttpCompletionUrl = url, Violations.InvalidUrl(url, "imageServingPublishJob/httpCompletionUrl"));

    [Theory]
    [InlineData("")]
    [InlineData("https://example.com/done?job=1")]
    public async Task Check_Accepts_WhenCompletionUrlIsEmptyOrHttp(string url)
    {
        var check = () => CheckAsync(b => b.HttpCompletionUrl = url);

        await check.Should().NotThrowAsync();
    }

    [Fact]
    public async Task Check_RefusesOnlyImmediateJobs_WhenNoServerIsActive()
    {
        accounts.Servers.Clear();

        await ShouldRefuseAsync(_ => { }, Violations.NoActivePublishServer("ImageServing"));
        (await CheckAsync(_ => { }, runsNow: false)).LaneKey.Should().Be(Lanes.Publish(47, 2));
        accounts.Contexts.Clear();
        await ShouldRefuseAsync(_ => { }, Violations.NoActivePublishServer("ImageServing"));
    }

    [Theory]
    [InlineData(UserRoles.IpsUser, false)]
    [InlineData(UserRoles.TrialSiteUser, false)]
    [InlineData(UserRoles.IpsCompanyAdmin, true)]
    [InlineData(UserRoles.TrialSiteAdmin, true)]
    [InlineData(UserRoles.ImagePortalAdmin, true)]
    public async Task Check_AsksForAdministrator_WhenCompanyReservesPublishing(string role, bool allowed)
    {
        var check = () => CheckAsync(_ => { }, role: role, needsAdmin: true);

        if (allowed)
            await check.Should().NotThrowAsync();
        else
            (await check.Should().ThrowAsync<RuleViolationException>()).Which.Code.Should().Be(FaultCodes.NoOperationPermission);
    }

    [Fact]
    public async Task Check_NamesWhatIsMissingFirst_WhenAnotherValueIsIllegal()
    {
        await ShouldRefuseAsync(
            b => (b.PublishType, b.EmailSetting) = ("full", null), Violations.Missing("imageServingPublishJob/emailSetting"));
        await ShouldRefuseAsync(
            b => (b.ContextHandle, b.EmailSetting) = ("pc|999", "Always"),
            Violations.InvalidValue("Always", "imageServingPublishJob/emailSetting"));
    }

    private async Task ShouldRefuseAsync(Action<ImageServingPublishJob> change, RuleViolationException expected)
    {
        var check = () => CheckAsync(change);
        var refused = (await check.Should().ThrowAsync<RuleViolationException>()).Which;
        refused.Code.Should().Be(expected.Code);
        refused.Reason.Should().BeEquivalentTo(expected.Reason);
    }

    private async Task<BlockPlan> CheckAsync(
        Action<ImageServingPublishJob> change, bool runsNow = true, string role = UserRoles.IpsUser, bool needsAdmin = false)
    {
        var block = new ImageServingPublishJob { PublishType = PublishTypes.Full, EmailSetting = EmailSettings.All };
        change(block);
        var company = AnAccount.Company() with { PublishNeedsAdmin = needsAdmin };
        var context = new BlockContext(block, "imageServingPublishJob", company, AnAccount.Of(1, role), runsNow);
        var rules = new ImageServingPublishRules(new PublishFieldRules(new PublishContexts(accounts)));
        return await rules.CheckAsync(context, CancellationToken.None);
    }
}
