using IpsJobs.Core.Accounts;
using IpsJobs.Storage.Writing;

namespace IpsJobs.Storage.Accounts;

/// <summary>Adds and changes users and their memberships.</summary>
internal static class UserWrites
{
    private const string EmailHolder = """SELECT 1 FROM "Users" WHERE "EmailKey" = ?1 AND "UserId" <> ?2""";
    private const string UserById = """SELECT 1 FROM "Users" WHERE "UserId" = ?1""";
    private const string CompanyById = """SELECT 1 FROM "Companies" WHERE "CompanyId" = ?1""";

    private const string Insert =
        """
        INSERT INTO "Users" ("UserId", "Email", "EmailKey", "FirstName", "LastName", "PasswordHash", "IsValid", "IsIpsAdmin", "PasswordExpiresUtc")
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        """;

    private const string UpdateRow =
        """
        UPDATE "Users" SET "Email" = ?2, "EmailKey" = ?3, "FirstName" = ?4, "LastName" = ?5, "PasswordHash" = ?6, "IsValid" = ?7,
        "IsIpsAdmin" = ?8, "PasswordExpiresUtc" = ?9
        WHERE "UserId" = ?1
        """;

    private const string Upsert =
        """
        INSERT INTO "Memberships" ("UserId", "CompanyId", "Role", "IsActive") VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT ("UserId", "CompanyId") DO UPDATE SET "Role" = excluded."Role", "IsActive" = excluded."IsActive"
        """;

    /// <exception cref="NameTakenException">The e-mail is in use.</exception>
    /// <exception cref="KeyNotFoundException">A membership names an unknown company.</exception>
    public static User Add(WriteSession session, User user, IReadOnlyList<Membership> memberships)
    {
        RequireFreeEmail(session, user);
        foreach (var membership in memberships)
            RequireCompany(session, membership.CompanyId);
        session.Execute(Insert, Values(user, user.UserId == 0 ? null : user.UserId));
        var added = user with { UserId = (int)session.LastId };
        foreach (var membership in memberships)
            Set(session, added.UserId, membership);
        return added;
    }

    /// <exception cref="NameTakenException">The e-mail is in use.</exception>
    /// <exception cref="KeyNotFoundException">There is no such user.</exception>
    public static void Update(WriteSession session, User user)
    {
        RequireFreeEmail(session, user);
        if (session.Execute(UpdateRow, Values(user, user.UserId)) == 0)
            throw new KeyNotFoundException($"There is no user {user.UserId}");
    }

    /// <exception cref="KeyNotFoundException">There is no such user or company.</exception>
    public static void SetMembership(WriteSession session, int userId, Membership membership)
    {
        if (!session.Exists(UserById, userId))
            throw new KeyNotFoundException($"There is no user {userId}");
        RequireCompany(session, membership.CompanyId);
        Set(session, userId, membership);
    }

    private static void Set(WriteSession session, int userId, Membership membership) =>
        session.Execute(Upsert, userId, membership.CompanyId, membership.Role, membership.IsActive);

    private static void RequireCompany(WriteSession session, int companyId)
    {
        if (!session.Exists(CompanyById, companyId))
            throw new KeyNotFoundException($"There is no company {companyId}");
    }

    private static void RequireFreeEmail(WriteSession session, User user)
    {
        if (session.Exists(EmailHolder, EmailKey(user), user.UserId))
            throw new NameTakenException("User", user.Email);
    }

    private static object?[] Values(User u, int? userId) =>
        [userId, u.Email, EmailKey(u), u.FirstName, u.LastName, u.PasswordHash, u.IsValid, u.IsIpsAdmin, u.PasswordExpiresUtc];

    private static string EmailKey(User user) => user.Email.ToUpperInvariant();
}
