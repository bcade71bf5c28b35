using IpsJobs.Core.Constants;

namespace IpsJobs.EndToEnd.Tests.Control;

/// <summary>Who may call what, as the operations answer it: users of every role, with the documented lists alone and with the additions.</summary>
public sealed class RoleTests
{
    // One letter per role in the order below: D documented, + added by this service, - refused. Nobody lists WebServiceUser.
    private static readonly (string Operation, string Letters, string Content)[] Operations =
    [
        ("submitJob", "D+DDDD-DD-", "<jobName>Roles</jobName><execTime>2099-01-01T00:00:00Z</execTime>" + Tenant.Incremental),
        ("executeJob", "D+DDDD-DD-", Unknown),
        ("pauseJob", "DDDDDD-DD-", Unknown),
        ("resumeJob", "DDDDDD-DD-", Unknown),
        ("stopJob", "DDDDDD-DD-", Unknown),
        ("deleteJob", "DDDDDD-DD-", Unknown),
        ("getActiveJobs", "DDDDDD-DD-", ""),
        ("getScheduledJobs", "DDDDDD-DD-", ""),
        ("getJobLogs", "DDDDDDDDD-", ""),
        ("getJobLogDetails", "DDD+DDDDD-", Unknown),
        ("getAssetJobLogs", "DDDDDDDDD-", "<assetHandle>a|1</assetHandle>"),
        // Documented nowhere: with the documented lists alone, whoever may submit jobs.
        ("uploadPost", "D+DDDD-DD-", Unknown),
    ];

    private const string Unknown = "<jobHandle>j|47|Nothing||</jobHandle>";

    private static readonly string[] Roles =
    [
        UserRoles.IpsAdmin, UserRoles.IpsCompanyAdmin, UserRoles.IpsUser, UserRoles.TrialSiteAdmin, UserRoles.TrialSiteUser,
        UserRoles.ImagePortalAdmin, UserRoles.ImagePortalUser, UserRoles.ImagePortalContrib, UserRoles.ImagePortalContribUser,
        UserRoles.WebServiceUser,
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Operation_IsRefusedWith20003_WhenTheRoleMayNotCallIt(bool strict)
    {
        await using var server = new ControlledServer();
        server.Settings["Api:StrictRoles"] = strict ? "true" : "false";
        await server.InitializeAsync();
        var company = (await server.AddTenantAsync()).CompanyId;
        var wrong = new List<string>();

        foreach (var (role, index) in Roles.Select((role, index) => (role, index)))
        {
            var email = await server.AddUserAsync($"{role}@example.com", role, company);
            foreach (var (operation, letters, content) in Operations)
            {
                // Every caller submits under a name of its own, because two scheduled jobs may not share one.
                var request = content.Replace("Roles", role, StringComparison.Ordinal).Replace("j|47|", $"j|{company}|", StringComparison.Ordinal);
                var code = (await server.CallAsync(operation, $"<companyHandle>c|{company}</companyHandle>{request}", email)).Code;
                var allowed = letters[index] == 'D' || (letters[index] == '+' && !strict);
                if (allowed ? code is not (0 or 30001) : code != 20003)
                    wrong.Add($"{operation} by {role}: {code}");
            }
        }

        wrong.Should().BeEmpty();
    }

    [Fact]
    public async Task Contributor_MayTouchItsOwnJobsOnly_WhenOthersHaveJobsToo()
    {
        await using var server = new ControlledServer();
        await server.InitializeAsync();
        var owner = await server.AddTenantAsync();
        var contributor = owner with
        {
            Email = await server.AddUserAsync("contributor@example.com", UserRoles.ImagePortalContrib, owner.CompanyId),
        };
        await owner.SubmitEveryNightAsync("Theirs");
        await contributor.SubmitEveryNightAsync("Mine");

        foreach (var operation in new[] { "pauseJob", "resumeJob", "stopJob", "executeJob", "deleteJob" })
        {
            (await contributor.ControlAsync(operation, owner.Scheduled("Theirs"))).Code.Should().Be(20005, operation);
            (await contributor.ControlAsync(operation, owner.Scheduled("Mine"))).Code.Should().Be(0, operation);
        }

        Tenant.Value((await owner.FindScheduledAsync("Theirs"))!, "triggerState").Should().Be("Normal");
    }
}
