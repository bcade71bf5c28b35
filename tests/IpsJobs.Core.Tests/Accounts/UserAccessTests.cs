using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;
using IpsJobs.Testing.Accounts;

namespace IpsJobs.Core.Tests.Accounts;

public sealed class UserAccessTests
{
    private const string Target = "u|2|USER2@example.com";
    private readonly FakeAccountDirectory accounts = new();
    private readonly UserAccess access;

    public UserAccessTests() => access = new UserAccess(accounts);

    public static TheoryData<string, Account, Account, int> Refused => new()
    {
        { "nonsense", AnAccount.Of(1), AnAccount.Of(2), 20001 },
        { "u|3|user3@example.com", AnAccount.Of(1), AnAccount.Of(2), 20001 },
        { "u|2|other@example.com", AnAccount.Of(1), AnAccount.Of(2), 20001 },
        { Target, AnAccount.Admin(1), new Account(AnAccount.User(2) with { IsValid = false }, []), 20002 },
        { Target, AnAccount.Of(1), AnAccount.Of(2), 20004 },
        { Target, AnAccount.Of(1, UserRoles.IpsCompanyAdmin, companyId: 48), AnAccount.Of(2), 20004 },
        { Target, AnAccount.Of(1, UserRoles.IpsCompanyAdmin), AnAccount.Admin(2), 20004 },
        { Target, AnAccount.Of(1, UserRoles.IpsCompanyAdmin), AnAccount.Of(2, active: false), 20007 },
        { Target, AnAccount.Admin(1), AnAccount.Of(2, companyId: 48), 20007 },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task RequireActingUser_Refuses_WhenARuleIsBroken(string handle, Account caller, Account target, int code)
    {
        accounts.Accounts.AddRange([caller, target]);

        var act = () => access.RequireActingUserAsync(Request(caller), AnAccount.Company(), handle, default);

        (await act.Should().ThrowAsync<RuleViolationException>()).Which.Code.Should().Be(code);
    }

    [Theory]
    [InlineData(UserRoles.IpsCompanyAdmin)]
    [InlineData(UserRoles.TrialSiteAdmin)]
    [InlineData(UserRoles.ImagePortalAdmin)]
    public async Task RequireActingUser_FindsTheTarget_WhenTheCallerAdministersTheCompany(string role)
    {
        var caller = AnAccount.Of(1, role);
        accounts.Accounts.AddRange([caller, AnAccount.Of(2)]);

        (await access.RequireActingUserAsync(Request(caller), AnAccount.Company(), Target, default)).User.UserId.Should().Be(2);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("u|1|user1@example.com")]
    public async Task RequireActingUser_IsTheCaller_WhenNobodyElseIsNamed(string? handle)
    {
        var caller = AnAccount.Of(1);
        accounts.Accounts.Add(caller);

        (await access.RequireActingUserAsync(Request(caller), AnAccount.Company(), handle, default)).Should().BeSameAs(caller);
    }

    private static RequestContext Request(Account caller) => new(caller, "submitJob", Locale: null);
}
