using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;

namespace IpsJobs.Testing.Accounts;

/// <summary>Makes accounts and companies that are valid unless a test says otherwise.</summary>
public static class AnAccount
{
    public static Company Company(int companyId = 47) =>
        new() { CompanyId = companyId, Name = $"Company {companyId}", RootPath = $"Company{companyId}/" };

    /// <summary>A member of one company.</summary>
    public static Account Of(int userId, string role = UserRoles.IpsUser, int companyId = 47, bool active = true) =>
        new(User(userId), [new Membership(companyId, role, active)]);

    /// <summary>A system-wide administrator without memberships.</summary>
    public static Account Admin(int userId) => new(User(userId) with { IsIpsAdmin = true }, []);

    public static User User(int userId, string passwordHash = "") => new()
    {
        UserId = userId, Email = $"user{userId}@example.com", FirstName = "First", LastName = "Last", PasswordHash = passwordHash,
    };
}
