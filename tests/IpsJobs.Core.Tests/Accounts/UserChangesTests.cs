using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;

namespace IpsJobs.Core.Tests.Accounts;

public sealed class UserChangesTests
{
    private const string Password = "aB3$efgh";
    private readonly AccountWorld world = new();

    public static TheoryData<string, int, NewUser, int> Additions => new()
    {
        { "an administrator, into the own company", AccountWorld.Admin, New(), 0 },
        { "an IpsAdmin, into any", AccountWorld.Root, New(companyId: AccountWorld.Other), 0 },
        { "an IpsAdmin, into none", AccountWorld.Root, New() with { Memberships = [] }, 0 },
        { "into none", AccountWorld.Admin, New() with { Memberships = [] }, 30002 },
        { "into a company of others", AccountWorld.Admin, New(companyId: AccountWorld.Other), 20006 },
        { "into a company that is none", AccountWorld.Admin, New(companyId: 99), 20000 },
        { "as user, where the caller is no administrator", AccountWorld.Both, New(), 20003 },
        { "an IpsAdmin by isIpsAdmin", AccountWorld.Admin, With(d => d with { IsIpsAdmin = true }), 20005 },
        { "an IpsAdmin by defaultRole", AccountWorld.Admin, With(d => d with { DefaultRole = UserRoles.IpsAdmin }), 20005 },
        { "an IpsAdmin by membership", AccountWorld.Admin, New(UserRoles.IpsAdmin), 20005 },
        { "a role beyond the caller's", AccountWorld.TrialAdmin, New(UserRoles.IpsCompanyAdmin), 20005 },
        { "a role of the caller's kind", AccountWorld.TrialAdmin, New(UserRoles.TrialSiteUser), 0 },
        { "a role that is none", AccountWorld.Admin, New("Owner"), 30001 },
        { "a default role that is none", AccountWorld.Admin, With(d => d with { DefaultRole = "Owner" }), 30001 },
        { "an address that is none", AccountWorld.Admin, With(d => d with { Email = "a|b@example.com" }), 30001 },
        { "an address in use", AccountWorld.Admin, With(d => d with { Email = "USER4@example.com" }), 30000 },
        { "a weak password", AccountWorld.Admin, New() with { Password = "password" }, 30001 },
        { "a company twice", AccountWorld.Admin, New() with { Memberships = [Role(), Role()] }, 30001 },
    };

    [Theory]
    [MemberData(nameof(Additions))]
    public async Task Add_KeepsToTheRules(string what, int caller, NewUser user, int code)
    {
        var before = world.Directory.Accounts.Count;

        (await AccountWorld.CodeAsync(() => world.Changes.AddAsync(world.By(caller, "addUser"), user, default))).Should().Be(code, what);

        world.Directory.Accounts.Should().HaveCount(before + (code == 0 ? 1 : 0));
    }

    [Fact]
    public async Task Add_StoresWhatWasAsked_AndThePasswordAsHashOnly()
    {
        var expires = world.Time.GetUtcNow().AddDays(1);

        var user = await world.Changes.AddAsync(
            world.By(AccountWorld.Root, "addUser"),
            With(d => d with { PasswordExpiresUtc = expires, DefaultRole = UserRoles.IpsAdmin, IsValid = false }), default);

        var added = world.Get(user.UserId);
        added.User.Should().BeEquivalentTo(new
        {
            FirstName = "Ann", LastName = "Lee", Email = "ann@example.com", IsValid = false, IsIpsAdmin = true, PasswordExpiresUtc = expires,
        });
        PasswordHash.Verify(Password, added.User.PasswordHash).Should().BeTrue();
        added.Memberships.Should().Equal(new Membership(AccountWorld.Home, UserRoles.IpsUser, IsActive: true));
    }

    [Theory]
    [InlineData(AccountWorld.Admin, AccountWorld.Member, 0)]
    [InlineData(AccountWorld.Admin, AccountWorld.Admin, 0)]
    [InlineData(AccountWorld.Root, AccountWorld.Stranger, 0)]
    [InlineData(AccountWorld.Admin, AccountWorld.Stranger, 20001)]
    [InlineData(AccountWorld.Admin, AccountWorld.Root, 20001)]
    [InlineData(AccountWorld.Admin, AccountWorld.Both, 20004)]
    [InlineData(AccountWorld.Member, AccountWorld.Admin, 20004)]
    public async Task Change_IsForWhomTheCallerAdministers(int caller, int target, int code)
    {
        var details = Details() with { Email = $"new{target}@example.com", IsIpsAdmin = world.Get(target).User.IsIpsAdmin };

        (await ChangeAsync(caller, target, details)).Should().Be(code);

        world.Get(target).User.FirstName.Should().Be(code == 0 ? "Ann" : "First");
    }

    [Fact]
    public async Task Change_RefusesAnIpsAdmin_WhoIsAMemberOfTheCallersCompany()
    {
        world.Directory.Accounts.Add(new Account(
            Testing.Accounts.AnAccount.User(7) with { IsIpsAdmin = true }, [new(AccountWorld.Home, UserRoles.IpsUser, IsActive: true)]));

        (await ChangeAsync(AccountWorld.Admin, 7, Details() with { IsIpsAdmin = true })).Should().Be(20004);
    }

    [Fact]
    public async Task Change_NeverMakesAnIpsAdmin_UnlessTheCallerIsOne()
    {
        (await ChangeAsync(AccountWorld.Admin, AccountWorld.Member, Details() with { IsIpsAdmin = true })).Should().Be(20005);
        (await ChangeAsync(AccountWorld.Admin, AccountWorld.Admin, Details() with { DefaultRole = UserRoles.IpsAdmin })).Should().Be(20005);
        (await ChangeAsync(AccountWorld.Root, AccountWorld.Member, Details() with { IsIpsAdmin = true })).Should().Be(0);

        world.Get(AccountWorld.Member).User.IsIpsAdmin.Should().BeTrue();
    }

    [Fact]
    public async Task Change_KeepsTheLastIpsAdmin_WhateverWouldEndIt()
    {
        var now = world.Time.GetUtcNow();
        (await ChangeAsync(AccountWorld.Root, AccountWorld.Root, Details() with { IsIpsAdmin = false })).Should().Be(30000);
        (await ChangeAsync(AccountWorld.Root, AccountWorld.Root, Details() with { IsIpsAdmin = true, IsValid = false })).Should().Be(30000);
        (await ChangeAsync(AccountWorld.Root, AccountWorld.Root, Details() with { IsIpsAdmin = true, PasswordExpiresUtc = now })).Should().Be(30000);
        world.Directory.Accounts.Add(Testing.Accounts.AnAccount.Admin(8));

        (await ChangeAsync(AccountWorld.Root, AccountWorld.Root, Details() with { IsIpsAdmin = false })).Should().Be(0);
    }

    [Fact]
    public async Task Change_SetsTheRoleEverywhere_WhenTheDefaultRoleIsAnother()
    {
        (await ChangeAsync(AccountWorld.Root, AccountWorld.Both, Details() with { DefaultRole = UserRoles.IpsUser })).Should().Be(0);
        world.Get(AccountWorld.Both).Memberships.Select(m => m.Role).Should().Equal(
            [UserRoles.IpsUser, UserRoles.IpsCompanyAdmin], "the first is what an old client has read and sends back");

        (await ChangeAsync(AccountWorld.Root, AccountWorld.Both, Details() with { DefaultRole = UserRoles.ImagePortalUser })).Should().Be(0);
        world.Get(AccountWorld.Both).Memberships.Should().OnlyContain(m => m.Role == UserRoles.ImagePortalUser);
    }

    [Fact]
    public async Task Change_KeepsTheEndOfThePassword_WhenNoneIsGiven()
    {
        var end = world.Time.GetUtcNow().AddDays(2);
        await ChangeAsync(AccountWorld.Admin, AccountWorld.Member, Details() with { PasswordExpiresUtc = end });
        await ChangeAsync(AccountWorld.Admin, AccountWorld.Member, Details());

        world.Get(AccountWorld.Member).User.PasswordExpiresUtc.Should().Be(end);
    }

    [Theory]
    [InlineData(AccountWorld.Member, AccountWorld.Member, 0)]
    [InlineData(AccountWorld.Root, AccountWorld.Member, 0)]
    [InlineData(AccountWorld.Admin, AccountWorld.Member, 20004)]
    [InlineData(AccountWorld.Member, AccountWorld.Admin, 20004)]
    [InlineData(AccountWorld.Admin, AccountWorld.Stranger, 20001)]
    public async Task SetPassword_IsForOneself_AndForAnIpsAdmin(int caller, int target, int code)
    {
        var before = world.Get(target).User.PasswordHash;

        (await AccountWorld.CodeAsync(() => world.Changes.SetPasswordAsync(
            world.By(caller, "setPassword"), AccountWorld.Handle(target), Password, expiresUtc: null, default))).Should().Be(code);

        world.Get(target).User.PasswordHash.Should().Match(hash => code == 0 ? PasswordHash.Verify(Password, hash) : hash == before);
    }

    [Fact]
    public async Task SetPassword_EndsTheOldExpiry_WhenNoneIsGiven()
    {
        await ChangeAsync(AccountWorld.Admin, AccountWorld.Member, Details() with { PasswordExpiresUtc = world.Time.GetUtcNow() });

        await world.Changes.SetPasswordAsync(
            world.By(AccountWorld.Root, "setPassword"), world.Get(AccountWorld.Member).User.Handle.ToString(), Password, null, default);

        world.Get(AccountWorld.Member).User.PasswordExpiresUtc.Should().BeNull();
    }

    private static UserDetails Details() => new("Ann", "Lee", "ann@example.com", IsValid: true);

    private static MembershipRequest Role(string role = UserRoles.IpsUser, int companyId = AccountWorld.Home) =>
        new($"c|{companyId}", role, IsActive: true);

    private static NewUser New(string role = UserRoles.IpsUser, int companyId = AccountWorld.Home) =>
        new(Details(), Password, [Role(role, companyId)]);

    private static NewUser With(Func<UserDetails, UserDetails> change) => New() with { Details = change(Details()) };

    private Task<int> ChangeAsync(int caller, int target, UserDetails details) => AccountWorld.CodeAsync(() => world.Changes.ChangeAsync(
        world.By(caller, "setUserInfo"), world.Get(target).User.Handle.ToString(), details, default));
}
