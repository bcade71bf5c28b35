using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.Testing.Accounts;

namespace IpsJobs.Core.Tests.Accounts;

public sealed class UserListsTests
{
    private readonly AccountWorld world = new();

    [Fact]
    public async Task Search_ListsEverybody_ForAnIpsAdmin() =>
        (await IdsAsync(AccountWorld.Root, new UserQuery())).Should().Equal(1, 2, 3, 4, 5, 6);

    [Fact]
    public async Task Search_ListsTheMembersOfTheOwnCompanies_ForOtherAdministrators() =>
        (await IdsAsync(AccountWorld.Admin, new UserQuery())).Should().Equal(2, 3, 5, 6);

    [Fact]
    public async Task Search_RefusesCompaniesOfOthers() =>
        (await AccountWorld.CodeAsync(() => IdsAsync(AccountWorld.Admin, new UserQuery { CompanyHandles = ["c|48"] }))).Should().Be(20006);

    [Fact]
    public async Task Search_LooksAtRolesInTheCompaniesAskedFor()
    {
        var query = new UserQuery { CompanyHandles = ["48"], Roles = [UserRoles.IpsCompanyAdmin] };

        (await IdsAsync(AccountWorld.Root, query)).Should().Equal(AccountWorld.Both);
        (await IdsAsync(AccountWorld.Root, query with { CompanyHandles = ["47"] })).Should().Equal(AccountWorld.Admin);
        (await IdsAsync(AccountWorld.Root, new UserQuery { Roles = [UserRoles.IpsAdmin] })).Should().Equal(AccountWorld.Root);
    }

    [Fact]
    public async Task Search_LeavesOutLockedUsersAndIdleMemberships_UnlessAskedFor()
    {
        world.Directory.Accounts.Add(AnAccount.Of(7, active: false));
        world.Directory.Accounts.Add(new Account(AnAccount.User(8) with { IsValid = false }, [new(47, UserRoles.IpsUser, IsActive: true)]));

        (await IdsAsync(AccountWorld.Admin, new UserQuery())).Should().NotContain([7, 8]);
        (await IdsAsync(AccountWorld.Admin, new UserQuery { IncludeInactive = true })).Should().Contain(7).And.NotContain(8);
        (await IdsAsync(AccountWorld.Admin, new UserQuery { IncludeInvalid = true })).Should().Contain(8).And.NotContain(7);
    }

    [Theory]
    [InlineData(UserCharFilterFields.FirstName, "an", "7")]
    [InlineData(UserCharFilterFields.LastName, "AN", "8")]
    [InlineData(UserCharFilterFields.Email, "user8", "8")]
    [InlineData(UserCharFilterFields.StartsWith, "an", "7 8")]
    [InlineData(UserCharFilterFields.EndsWith, "na", "7")]
    [InlineData(UserCharFilterFields.None, "zzz", "2 3 5 6 7 8")]
    public async Task Search_FiltersByTheBeginningOrEndOfNames(string field, string filter, string ids)
    {
        AddNamed();

        var found = await IdsAsync(AccountWorld.Admin, new UserQuery { FilterField = field, Filter = filter });

        string.Join(' ', found).Should().Be(ids);
    }

    [Theory]
    [InlineData(UserSortFields.FirstName, "7 8")]
    [InlineData(UserSortFields.LastName, "8 7")]
    [InlineData(UserSortFields.Email, "7 8")]
    [InlineData(UserSortFields.Role, "8 7")]
    [InlineData(UserSortFields.Valid, "7 8")]
    [InlineData(UserSortFields.PasswordExpiration, "8 7")]
    public async Task Search_SortsByTheField(string field, string ids)
    {
        AddNamed();

        var found = await IdsAsync(AccountWorld.Admin, new UserQuery { SortBy = field, IncludeInvalid = true });

        string.Join(' ', found.Where(id => id > 6)).Should().Be(ids);
    }

    private void AddNamed()
    {
        var user = AnAccount.User(7) with { FirstName = "Anna", LastName = "Zorn" };
        var other = AnAccount.User(8) with { FirstName = "Ben", LastName = "Anders", PasswordExpiresUtc = world.Time.GetUtcNow() };
        world.Directory.Accounts.Add(new Account(user, [new(47, UserRoles.TrialSiteUser, IsActive: true)]));
        world.Directory.Accounts.Add(new Account(other, [new(47, UserRoles.ImagePortalUser, IsActive: true)]));
    }

    private async Task<IReadOnlyList<int>> IdsAsync(int caller, UserQuery query) =>
        [.. (await world.Lists.SearchAsync(world.By(caller, "getUsers"), query, default)).Select(a => a.User.UserId)];
}
