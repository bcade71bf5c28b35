using IpsJobs.Contracts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Jobs;
using IpsJobs.Testing.Accounts;
using Company = IpsJobs.Core.Accounts.Company;

namespace IpsJobs.Handlers.Tests.Publishing;

/// <summary>What the rules of all publish blocks have in common.</summary>
public sealed class PublishBlockRulesTests : IDisposable
{
    private readonly PublishFixture fixture = new();

    public static TheoryData<string, string> Blocks => new()
    {
        { JobTypes.ImageRenderingPublish, PublishContextTypes.ImageRendering },
        { JobTypes.VideoPublish, PublishContextTypes.Video },
        { JobTypes.ServerDirectoryPublish, PublishContextTypes.ServerDirectory },
    };

    public void Dispose() => fixture.Dispose();

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task Check_GivesTheLaneOfTheContext(string jobType, string contextType)
    {
        var server = fixture.AddServer(contextType);

        var plan = await CheckAsync(jobType, EmailSettings.None);

        plan.Should().Be(new BlockPlan(Lanes.Publish(fixture.Company.CompanyId, server.ContextId)));
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task Check_NamesTheMissingEmailSetting(string jobType, string contextType)
    {
        fixture.AddServer(contextType);

        await ShouldFailAsync(jobType, email: null, FaultCodes.MissingParameter, "block/emailSetting");
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task Check_RefusesAnUnknownEmailSetting(string jobType, string contextType)
    {
        fixture.AddServer(contextType);

        await ShouldFailAsync(jobType, "Sometimes", FaultCodes.InvalidParameter, "block/emailSetting");
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public Task Check_RefusesAnImmediatePublish_WhenThereIsNoServer(string jobType, string contextType) =>
        ShouldFailAsync(jobType, EmailSettings.All, FaultCodes.Exception, contextType);

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task Check_RefusesUsers_WhenTheCompanyReservesPublishing(string jobType, string contextType)
    {
        fixture.AddServer(contextType);

        var check = () => CheckAsync(jobType, EmailSettings.All, fixture.Company with { PublishNeedsAdmin = true });

        (await check.Should().ThrowAsync<RuleViolationException>()).Which.Code.Should().Be(FaultCodes.NoOperationPermission);
    }

    [Fact]
    public async Task Check_PutsMetadataIntoALaneOfItsOwn()
    {
        var plan = await CheckAsync(JobTypes.MetadataPublish, email: null);

        plan.Should().Be(new BlockPlan(Lanes.Metadata(fixture.Company.CompanyId)));
    }

    [Fact]
    public async Task Check_RefusesMetadata_WhenNoServerIsActive()
    {
        fixture.Accounts.Servers.Clear();

        await ShouldFailAsync(JobTypes.MetadataPublish, email: null, FaultCodes.Exception, "ImageServing");
    }

    private async Task ShouldFailAsync(string jobType, string? email, int code, string argument)
    {
        var check = () => CheckAsync(jobType, email);
        var fault = (await check.Should().ThrowAsync<RuleViolationException>()).Which;
        fault.Code.Should().Be(code);
        fault.Reason.Arguments.Should().Contain(argument);
    }

    private async Task<BlockPlan> CheckAsync(string jobType, string? email, Company? company = null)
    {
        IContractType block = jobType switch
        {
            JobTypes.ImageRenderingPublish => new ImageRenderingPublishJob { EmailSetting = email },
            JobTypes.VideoPublish => new VideoPublishJob { EmailSetting = email },
            JobTypes.ServerDirectoryPublish => new ServerDirectoryPublishJob { EmailSetting = email },
            _ => new MetadataPublishJob(),
        };
        var context = new BlockContext(block, "block", company ?? fixture.Company, AnAccount.Of(1), RunsNow: true);
        return await fixture.Types.RulesOf(fixture.Types.Get(jobType)).CheckAsync(context, CancellationToken.None);
    }
}
