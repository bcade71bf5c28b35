using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.Testing.Accounts;

namespace IpsJobs.Core.Tests.Accounts;

public sealed class MembershipChangesTests
{
    private readonly AccountWorld world = new();

    public static TheoryData<string, int, int, MembershipRequest, int> Additions => new()
    {
        { "an IpsAdmin adds anybody", AccountWorld.Root, AccountWorld.Member, To(AccountWorld.Other), 0 },
        { "again", AccountWorld.Root, AccountWorld.Member, To(AccountWorld.Home), 30000 },
        { "an administrator finds no strangers", AccountWorld.Admin, AccountWorld.Stranger, To(AccountWorld.Home), 20001 },
        { "a company of others", AccountWorld.Admin, AccountWorld.Member, To(AccountWorld.Other), 20006 },
        { "oneself as IpsAdmin", AccountWorld.Admin, AccountWorld.Admin, To(AccountWorld.Home, UserRoles.IpsAdmin), 20005 },
        { "no role", AccountWorld.Root, AccountWorld.Member, To(AccountWorld.Other, "x"), 30001 },
        { "no company", AccountWorld.Root, AccountWorld.Member, To(99), 20000 },
    };

    public static TheoryData<string, int, int, MembershipRequest, int> Changes => new()
    {
        { "a role of a member", AccountWorld.Admin, AccountWorld.Member, To(AccountWorld.Home, UserRoles.ImagePortalUser), 0 },
        { "switched off", AccountWorld.Admin, AccountWorld.Both, To(AccountWorld.Home) with { IsActive = false }, 0 },
        { "one who is no member", AccountWorld.Root, AccountWorld.Member, To(AccountWorld.Other), 20007 },
        { "a role above the caller's, taken", AccountWorld.TrialAdmin, AccountWorld.Admin, To(AccountWorld.Home, UserRoles.TrialSiteUser), 20005 },
        { "the own role, raised", AccountWorld.TrialAdmin, AccountWorld.TrialAdmin, To(AccountWorld.Home, UserRoles.IpsCompanyAdmin), 20005 },
        { "to IpsAdmin", AccountWorld.Admin, AccountWorld.Member, To(AccountWorld.Home, UserRoles.IpsAdmin), 20005 },
    };

    [Theory]
    [MemberData(nameof(Additions))]
    public async Task Add_KeepsToTheRules(string what, int caller, int target, MembershipRequest wanted, int code)
    {
        (await AccountWorld.CodeAsync(() => world.Memberships.AddAsync(
            world.By(caller, "addCompanyMembership"), AccountWorld.Handle(target), [wanted], default))).Should().Be(code, what);

        world.Get(target).IsActiveIn(AccountWorld.Other).Should().Be(code == 0 || target == AccountWorld.Stranger, what);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Set_KeepsToTheRules(string what, int caller, int target, MembershipRequest wanted, int code)
    {
        var before = world.Get(target).Memberships;

        (await AccountWorld.CodeAsync(() => world.Memberships.SetAsync(
            world.By(caller, "setCompanyMembership"), AccountWorld.Handle(target), [wanted], default))).Should().Be(code, what);

        if (code == 0)
            world.Get(target).Memberships.Should().Contain(new Membership(AccountWorld.Home, wanted.Role, wanted.IsActive), what);
        else
            world.Get(target).Memberships.Should().Equal(before, what);
    }

    [Fact]
    public async Task Remove_EndsTheMembership_AndNoOther()
    {
        (await RemoveAsync(AccountWorld.Admin, AccountWorld.Both, "c|47")).Should().Be(0);

        world.Get(AccountWorld.Both).Memberships.Should().ContainSingle(m => m.CompanyId == AccountWorld.Other);
        (await RemoveAsync(AccountWorld.Admin, AccountWorld.Both, "c|47")).Should().Be(20001, "now a stranger");
    }

    [Theory]
    [InlineData(AccountWorld.Root, "c|48", 20007)]
    [InlineData(AccountWorld.Admin, "c|48", 20006)]
    [InlineData(AccountWorld.TrialAdmin, "c|47", 20005)]
    public async Task Remove_IsRefused_WhereItIsNotTheCallersToEnd(int caller, string company, int code) =>
        (await RemoveAsync(caller, AccountWorld.Admin, company)).Should().Be(code);

    [Fact]
    public async Task Changes_CountAllOrNone_WhenThereAreSeveral()
    {
        var wanted = new[] { To(AccountWorld.Other), To(AccountWorld.Home) };

        (await AccountWorld.CodeAsync(() => world.Memberships.AddAsync(
            world.By(AccountWorld.Root, "addCompanyMembership"), AccountWorld.Handle(AccountWorld.Member), wanted, default))).Should().Be(30000);

        world.Get(AccountWorld.Member).Memberships.Should().ContainSingle();
    }

    [Fact]
    public async Task Changes_AreMissing_WhenNoneIsNamed()
    {
        (await RemoveAsync(AccountWorld.Admin, AccountWorld.Member)).Should().Be(30002);
        (await AccountWorld.CodeAsync(() => world.Memberships.AddAsync(
            world.By(AccountWorld.Admin, "addCompanyMembership"), null, [], default))).Should().Be(30002);
    }

    [Fact]
    public async Task Set_RefusesToTouchAnIpsAdmin_UnlessTheCallerIsOne()
    {
        world.Directory.Accounts.Add(new Account(
            AnAccount.User(7) with { IsIpsAdmin = true }, [new(AccountWorld.Home, UserRoles.IpsUser, IsActive: true)]));

        (await RemoveAsync(AccountWorld.Admin, 7, "c|47")).Should().Be(20004);
        (await RemoveAsync(AccountWorld.Root, 7, "c|47")).Should().Be(0);
    }

    private static MembershipRequest To(int companyId, string role = UserRoles.IpsUser) => new($"c|{companyId}", role, IsActive: true);

    private Task<int> RemoveAsync(int caller, int target, params string[] companies) => AccountWorld.CodeAsync(() => world.Memberships.RemoveAsync(
        world.By(caller, "removeCompanyMembership"), AccountWorld.Handle(target), companies, default));
}
