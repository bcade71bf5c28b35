using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.Testing.Accounts;

namespace IpsJobs.Core.Tests.Accounts;

public sealed class CompanyAdministratorsTests
{
    private readonly FakeAccountDirectory directory = new();

    [Fact]
    public async Task ListAddresses_GivesActiveAdministratorsOfTheCompany_AndNobodyElse()
    {
        var locked = AnAccount.Of(5, UserRoles.IpsCompanyAdmin);
        directory.Accounts.AddRange(
        [
            AnAccount.Of(1, UserRoles.IpsCompanyAdmin),
            AnAccount.Of(2, UserRoles.IpsUser),
            AnAccount.Of(3, UserRoles.IpsCompanyAdmin, active: false),
            AnAccount.Of(4, UserRoles.IpsCompanyAdmin, companyId: 48),
            locked with { User = locked.User with { IsValid = false } },
            AnAccount.Admin(6),
            AnAccount.Of(7, UserRoles.TrialSiteAdmin),
            AnAccount.Of(8, UserRoles.ImagePortalAdmin),
        ]);

        (await new CompanyAdministrators(directory).ListAddressesAsync(47, CancellationToken.None))
            .Should().Equal("user1@example.com", "user7@example.com", "user8@example.com");
    }
}
