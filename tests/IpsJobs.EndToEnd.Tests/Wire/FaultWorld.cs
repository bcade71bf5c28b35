using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.EndToEnd.Tests.OverTheWire;

/// <summary>Adds to the jobs of a live server what rules can be broken with: locked users, other companies, no publish servers.</summary>
public sealed class FaultWorld() : LiveWorld(strictSchema: false)
{
    public const int Expired = 49;
    public const int WithoutServers = 50;

    private IAccountAdministration Administration => Server.Services.GetRequiredService<IAccountAdministration>();

    private IAccountDirectory Directory => Server.Services.GetRequiredService<IAccountDirectory>();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await AddCompaniesAsync();
        await Server.AddUserAsync("portal@example.com", 47, UserRoles.ImagePortalContrib);
        await Server.AddUserAsync("chief@example.com", 47, UserRoles.TrialSiteAdmin);
        var locked = await Server.AddUserAsync("locked@example.com", 47, UserRoles.IpsUser);
        await Administration.UpdateUserAsync(locked with { IsValid = false }, CancellationToken.None);
        var expired = await Server.AddUserAsync("expired@example.com", 47, UserRoles.IpsUser);
        await Administration.UpdateUserAsync(expired with { PasswordExpiresUtc = DateTimeOffset.UnixEpoch }, CancellationToken.None);
        var both = await Server.AddUserAsync("both@example.com", 47, UserRoles.IpsUser);
        foreach (var company in (int[])[48, Expired, WithoutServers])
            await Administration.SetMembershipAsync(both.UserId, new Membership(company, UserRoles.IpsUser, IsActive: true), CancellationToken.None);
    }

    /// <summary>The handle of a user by e-mail.</summary>
    public async Task<string> UserHandleAsync(string email) =>
        (await Directory.FindAccountAsync(email, CancellationToken.None))!.User.Handle.ToString();

    private async Task AddCompaniesAsync()
    {
        var expired = await Administration.AddCompanyAsync("Expired Company", rootPath: null, Expired, CancellationToken.None);
        await Administration.UpdateCompanyAsync(expired with { ExpiresUtc = DateTimeOffset.UnixEpoch }, CancellationToken.None);
        await Administration.AddCompanyAsync("Company Without Servers", rootPath: null, WithoutServers, CancellationToken.None);
        foreach (var context in await Directory.ListContextsAsync(WithoutServers, CancellationToken.None))
        {
            foreach (var server in await Directory.ListServersAsync(context.ContextId, CancellationToken.None))
                await Administration.RemoveServerAsync(server.ServerId, CancellationToken.None);
        }
    }
}
