using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Files;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Storage.Tests.Accounts;

/// <summary>Companies, users and publish targets: changed in one process, read in every one.</summary>
public abstract class AccountSuite : StoreTest
{
    [Fact]
    public async Task AddCompany_MakesContextsWithTargets_WhenItIsNew()
    {
        var company = await Administration.AddCompanyAsync("Sample Company", null, 47, None);

        company.Should().BeEquivalentTo(new Company { CompanyId = 47, Name = "Sample Company", RootPath = "SampleCompany/" });
        (await Accounts.FindCompanyAsync(47, None)).Should().Be(company);
        (await Accounts.FindCompanyByNameAsync("Sample Company", None)).Should().Be(company);
        (await Accounts.FindCompanyByNameAsync("sample company", None)).Should().BeNull();
        var contexts = await Accounts.ListContextsAsync(47, None);
        contexts.Select(c => (c.Name, c.Type, c.PublishAll)).Should().Equal(
            ("ImageServing", "ImageServing", false), ("ImageRendering", "ImageRendering", false), ("Video", "Video", false),
            ("ServerDirectory", "ServerDirectory", false));
        var server = (await Accounts.ListServersAsync(contexts[2].ContextId, None)).Single();
        server.Should().BeEquivalentTo(
            new { Name = "Video", Directory = new DataFolder(Folder).PublishTarget("Video"), IsActive = true });
        Directory.Exists(server.Directory).Should().BeTrue("a target that does not exist cannot be published to");
    }

    [Theory]
    [InlineData("Ärger & Söhne_1-2", "rgerShne_1-2/")]
    [InlineData("株式会社", "Company/")]
    [InlineData("../etc", "etc/")]
    public async Task AddCompany_FormsTheRoot_WhenNoneIsGiven(string name, string root) =>
        (await Administration.AddCompanyAsync(name, null, null, None)).RootPath.Should().Be(root);

    [Fact]
    public async Task AddCompany_NumbersTheRoot_WhenTwoNamesGiveTheSame()
    {
        await Administration.AddCompanyAsync("A B", null, null, None);

        (await Administration.AddCompanyAsync("a b!", null, null, None)).RootPath.Should().Be("ab2/");
    }

    [Fact]
    public async Task AddCompany_IsRefused_WhenSomethingIsTaken()
    {
        await Administration.AddCompanyAsync("A", "Root", 5, None);

        var name = () => Administration.AddCompanyAsync("A", null, null, None);
        var root = () => Administration.AddCompanyAsync("B", "root/", null, None);
        var id = () => Administration.AddCompanyAsync("C", null, 5, None);
        var escape = () => Administration.AddCompanyAsync("D", "../x", null, None);

        (await name.Should().ThrowAsync<NameTakenException>()).Which.What.Should().Be("Company");
        (await root.Should().ThrowAsync<NameTakenException>()).Which.What.Should().Be("Root path");
        (await id.Should().ThrowAsync<NameTakenException>()).Which.What.Should().Be("Company id");
        await escape.Should().ThrowAsync<ArgumentException>();
        (await Accounts.ListCompaniesAsync(None)).Should().ContainSingle();
        (await Administration.AddCompanyAsync("E", null, null, None)).CompanyId.Should().Be(6);
    }

    [Fact]
    public async Task UpdateCompany_CountsAtOnce_WhenChangedInThisProcess()
    {
        var company = await Administration.AddCompanyAsync("A", null, null, None);
        await Accounts.FindCompanyAsync(company.CompanyId, None);
        var changed = company with
        {
            Name = "A2", ExpiresUtc = Now, OverwriteMode = OverwriteModes.OverwriteAnyExt, RetainPublishState = true,
            JavascriptUploadEnabled = true, InstantPublish = true, PublishNeedsAdmin = true, UploadLaneSize = 3,
            ImsOrgId = "1@Org", DefaultSourceProfileId = 4, DefaultDisplayProfileId = 5, IptcExifMappingXsltId = 6, XmpMappingXsltId = 7,
            DiskSpaceWarningMin = 8, EmailTrashCleanupWarning = true,
        };

        await Administration.UpdateCompanyAsync(changed, None);

        (await Accounts.FindCompanyAsync(company.CompanyId, None)).Should().Be(changed);
        var other = await Administration.AddCompanyAsync("B", null, null, None);
        await ((Func<Task>)(() => Administration.UpdateCompanyAsync(other with { ImsOrgId = "1@Org" }, None)))
            .Should().ThrowAsync<NameTakenException>("an id outside belongs to one company");
        await ((Func<Task>)(() => Administration.UpdateCompanyAsync(changed with { CompanyId = 99, Name = "X", RootPath = "X/" }, None)))
            .Should().ThrowAsync<KeyNotFoundException>();
    }

    [Fact]
    public async Task AddUser_IsFoundWithoutCase_WhenItHasMemberships()
    {
        var company = await Administration.AddCompanyAsync("A", null, null, None);

        var user = await Administration.AddUserAsync(
            AUser("Ann@Example.com"), [new Membership(company.CompanyId, UserRoles.IpsUser, IsActive: true)], None);

        user.UserId.Should().BePositive();
        var account = await Accounts.FindAccountAsync("ann@EXAMPLE.com", None);
        account!.User.Should().Be(user);
        account.RoleIn(company.CompanyId).Should().Be(UserRoles.IpsUser);
        (await Accounts.FindAccountAsync(user.UserId, None)).Should().BeEquivalentTo(account);
        (await Accounts.ListAccountsAsync(None)).Should().ContainSingle();
    }

    [Fact]
    public async Task AddUser_IsRefused_WhenTheAddressOrACompanyDoesNotFit()
    {
        await Administration.AddUserAsync(AUser("a@example.com"), [], None);

        var taken = () => Administration.AddUserAsync(AUser("A@example.com"), [], None);
        var unknown = () => Administration.AddUserAsync(AUser("b@example.com"), [new Membership(99, UserRoles.IpsUser, true)], None);

        (await taken.Should().ThrowAsync<NameTakenException>()).Which.Name.Should().Be("A@example.com");
        await unknown.Should().ThrowAsync<KeyNotFoundException>();
        (await Accounts.FindAccountAsync("b@example.com", None)).Should().BeNull();
    }

    [Fact]
    public async Task UpdateUser_ReplacesEverything_WhenTheUserExists()
    {
        var user = await Administration.AddUserAsync(AUser("a@example.com"), [], None);
        var changed = user with { Email = "new@example.com", IsValid = false, IsIpsAdmin = true, PasswordExpiresUtc = Now, PasswordHash = "other" };

        await Administration.UpdateUserAsync(changed, None);

        (await Accounts.FindAccountAsync("new@example.com", None))!.User.Should().Be(changed);
        (await Accounts.FindAccountAsync("a@example.com", None)).Should().BeNull();
    }

    [Fact]
    public async Task SetMembership_AddsThenReplaces_WhenCalledTwice()
    {
        var company = await Administration.AddCompanyAsync("A", null, null, None);
        var user = await Administration.AddUserAsync(AUser("a@example.com"), [], None);

        await Administration.SetMembershipAsync(user.UserId, new Membership(company.CompanyId, UserRoles.IpsUser, true), None);
        await Administration.SetMembershipAsync(user.UserId, new Membership(company.CompanyId, UserRoles.IpsCompanyAdmin, false), None);

        (await Accounts.FindAccountAsync(user.UserId, None))!.Memberships.Should()
            .Equal(new Membership(company.CompanyId, UserRoles.IpsCompanyAdmin, false));
        await ((Func<Task>)(() => Administration.SetMembershipAsync(99, new Membership(company.CompanyId, UserRoles.IpsUser, true), None)))
            .Should().ThrowAsync<KeyNotFoundException>();
    }

    [Fact]
    public async Task AddContext_TakesServers_WhenItIsNew()
    {
        var company = await Administration.AddCompanyAsync("A", null, null, None);

        var context = await Administration.AddContextAsync(company.CompanyId, "Test", PublishContextTypes.ImageServing, publishAll: true, None);
        var server = await Administration.AddServerAsync(context.ContextId, "s", "/mnt/target", None);
        await Administration.RemoveServerAsync(server.ServerId, None);

        (await Accounts.ListContextsAsync(company.CompanyId, None)).Should().HaveCount(5).And.EndWith(context);
        (await Accounts.ListServersAsync(context.ContextId, None)).Should().Equal(server with { IsActive = false });
        await ((Func<Task>)(() => Administration.AddContextAsync(company.CompanyId, "Test", PublishContextTypes.ImageServing, false, None)))
            .Should().ThrowAsync<NameTakenException>();
        await ((Func<Task>)(() => Administration.AddServerAsync(99, "s", "/x", None))).Should().ThrowAsync<KeyNotFoundException>();
        await ((Func<Task>)(() => Administration.RemoveServerAsync(99, None))).Should().ThrowAsync<KeyNotFoundException>();
    }

    [Fact]
    public async Task Directory_SeesAChangeOfAnotherProcess_WhenASecondHasPassed()
    {
        var user = await Administration.AddUserAsync(AUser("a@example.com"), [], None);
        var other = await OpenAsync(Folder);
        var theirs = other.GetRequiredService<IAccountDirectory>();
        (await theirs.FindAccountAsync(user.UserId, None))!.User.IsValid.Should().BeTrue();
        await using (var cli = Build(Folder))
            await cli.GetRequiredService<IAccountAdministration>().UpdateUserAsync(user with { IsValid = false }, None);

        (await theirs.FindAccountAsync(user.UserId, None))!.User.IsValid.Should().BeTrue("memory may be a second old");
        Time.Advance(TimeSpan.FromSeconds(1));
        (await theirs.FindAccountAsync(user.UserId, None))!.User.IsValid.Should().BeFalse();
    }

    [Fact]
    public async Task Directory_SeesANewUserAtOnce_WhenAnotherProcessAddedIt()
    {
        (await Accounts.FindAccountAsync("a@example.com", None)).Should().BeNull();
        await using (var cli = Build(Folder))
            await cli.GetRequiredService<IAccountAdministration>().AddUserAsync(AUser("a@example.com"), [], None);

        (await Accounts.FindAccountAsync("a@example.com", None)).Should().NotBeNull();
    }

    private static User AUser(string email) =>
        new() { UserId = 0, Email = email, FirstName = "Ann", LastName = "Äsop", PasswordHash = "pbkdf2-sha512$1$a$b" };
}
