using IpsJobs.Core.Accounts;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;
using IpsJobs.Testing.Accounts;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace IpsJobs.Core.Tests.Accounts;

/// <summary>Two companies with administrators and users, and the services that change them.</summary>
internal sealed class AccountWorld
{
    public const int Home = 47;
    public const int Other = 48;

    public AccountWorld()
    {
        var access = Options.Create(new ApiOptions());
        Clock = new ServerClock(Time, TimeZoneInfo.Utc);
        Companies = new CompanyAccess(Directory, Clock, access);
        Users = new AdministeredUsers(Directory, Companies);
        var administration = new FakeAccountAdministration(Directory, Time);
        Memberships = new MembershipChanges(Users, Companies, administration);
        Changes = new UserChanges(Users, Memberships, new PasswordRules(Options.Create(new AccountOptions())), administration);
        Lists = new UserLists(Users, Companies, Directory);
        Administration = administration;
        Directory.Companies.AddRange([AnAccount.Company(Home), AnAccount.Company(Other)]);
        Directory.Accounts.AddRange(
        [
            AnAccount.Admin(Root),
            AnAccount.Of(Admin, UserRoles.IpsCompanyAdmin, Home),
            AnAccount.Of(Member, UserRoles.IpsUser, Home),
            AnAccount.Of(Stranger, UserRoles.IpsUser, Other),
            AnAccount.Of(TrialAdmin, UserRoles.TrialSiteAdmin, Home),
            new Account(AnAccount.User(Both), [new(Home, UserRoles.IpsUser, true), new(Other, UserRoles.IpsCompanyAdmin, true)]),
        ]);
    }

    public const int Root = 1;
    public const int Admin = 2;
    public const int Member = 3;
    public const int Stranger = 4;
    public const int TrialAdmin = 5;
    public const int Both = 6;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero));

    public ServerClock Clock { get; }

    public FakeAccountDirectory Directory { get; } = new();

    public IAccountAdministration Administration { get; }

    public CompanyAccess Companies { get; }

    public AdministeredUsers Users { get; }

    public MembershipChanges Memberships { get; }

    public UserChanges Changes { get; }

    public UserLists Lists { get; }

    public Account Get(int userId) => Directory.Accounts.Single(a => a.User.UserId == userId);

    public static string Handle(int userId) => AnAccount.User(userId).Handle.ToString();

    public RequestContext By(int userId, string operation) => new(Get(userId), operation, Locale: null);

    /// <summary>Code of the fault; 0 when there is none.</summary>
    public static async Task<int> CodeAsync(Func<Task> act)
    {
        try
        {
            await act();
            return 0;
        }
        catch (RuleViolationException violation)
        {
            return violation.Code;
        }
    }
}
