using IpsJobs.Core.Accounts;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;
using IpsJobs.Testing.Accounts;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace IpsJobs.Core.Tests.Accounts;

public sealed class CompanyAccessTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly FakeAccountDirectory accounts = new();
    private readonly CompanyAccess access;

    public CompanyAccessTests()
    {
        accounts.Companies.Add(AnAccount.Company());
        accounts.Companies.Add(AnAccount.Company(48) with { ExpiresUtc = Now });
        access = new CompanyAccess(
            accounts, new ServerClock(new FakeTimeProvider(Now), TimeZoneInfo.Utc), Options.Create(new ApiOptions()));
    }

    public static TheoryData<string?, Account, int> Refused => new()
    {
        { null, AnAccount.Of(1), 30002 },
        { " ", AnAccount.Of(1), 30002 },
        { "c|", AnAccount.Of(1), 20000 },
        { "c|99", AnAccount.Of(1), 20000 },
        { "c|48", AnAccount.Of(1, companyId: 48), 20000 },
        { "c|47", AnAccount.Of(1, companyId: 48), 20006 },
        { "c|47", AnAccount.Of(1, active: false), 20006 },
        { "c|47", AnAccount.Of(1, UserRoles.ImagePortalUser), 20003 },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task RequireCompany_Refuses_WhenARuleIsBroken(string? handle, Account caller, int code)
    {
        var act = () => access.RequireCompanyAsync(Request(caller), handle, default);

        (await act.Should().ThrowAsync<RuleViolationException>()).Which.Code.Should().Be(code);
    }

    [Theory]
    [InlineData("47")]
    [InlineData("c|47")]
    public async Task RequireCompany_Finds_WhenTheCallerIsAMember(string handle) =>
        (await access.RequireCompanyAsync(Request(AnAccount.Of(1)), handle, default)).CompanyId.Should().Be(47);

    [Fact]
    public async Task RequireCompany_FindsAnExpiredOne_WhenTheCallerIsIpsAdmin() =>
        (await access.RequireCompanyAsync(Request(AnAccount.Admin(1)), "c|48", default)).CompanyId.Should().Be(48);

    [Theory]
    [InlineData("getScheduledJobs", true, true)]
    [InlineData("executeJob", true, true)]
    [InlineData("submitJob", true, false)]
    [InlineData("uploadPost", true, false)]
    [InlineData("deleteJob", true, false)]
    [InlineData("getScheduledJobs", false, false)]
    public async Task RequireCompany_FindsTheSystems_WhenAnIpsAdminLooksAtItsJobs(string operation, bool admin, bool found)
    {
        var request = new RequestContext(admin ? AnAccount.Admin(1) : AnAccount.Of(1), operation, Locale: null);

        var act = () => access.RequireCompanyAsync(request, "c|0", default);

        if (found)
            (await act()).CompanyId.Should().Be(0);
        else
            (await act.Should().ThrowAsync<RuleViolationException>()).Which.Code.Should().Be(20000);
    }

    [Fact]
    public async Task AccessibleCompanies_AreAll_WhenAnIpsAdminNamesNone() =>
        (await access.AccessibleCompaniesAsync(Request(AnAccount.Admin(1)), null, default)).Should().BeNull();

    [Fact]
    public async Task AccessibleCompanies_LeaveOutExpiredAndInactive_WhenNoneIsNamed()
    {
        var caller = new Account(AnAccount.User(1),
        [
            new Membership(47, UserRoles.IpsUser, IsActive: true),
            new Membership(48, UserRoles.IpsUser, IsActive: true),
            new Membership(49, UserRoles.IpsUser, IsActive: false),
        ]);

        (await access.AccessibleCompaniesAsync(Request(caller), null, default)).Should().Equal(47);
    }

    [Fact]
    public void RequireOperation_Answers20006_WhenThereIsNoActiveMembership() =>
        FluentActions.Invoking(() => access.RequireOperation(AnAccount.Of(1, active: false), "submitJob"))
            .Should().Throw<RuleViolationException>().Which.Code.Should().Be(20006);

    [Fact]
    public void RequireOperation_Answers20003_WhenNoRoleSuffices() =>
        FluentActions.Invoking(() => access.RequireOperation(AnAccount.Of(1, UserRoles.WebServiceUser), "submitJob"))
            .Should().Throw<RuleViolationException>().Which.Code.Should().Be(20003);

    private static RequestContext Request(Account caller) => new(caller, "submitJob", Locale: null);
}
