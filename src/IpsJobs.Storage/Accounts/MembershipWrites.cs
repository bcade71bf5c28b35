using IpsJobs.Core.Accounts;
using IpsJobs.Storage.Writing;

namespace IpsJobs.Storage.Accounts;

/// <summary>Adds, changes and ends memberships.</summary>
internal static class MembershipWrites
{
    private const string UserById = """SELECT 1 FROM "Users" WHERE "UserId" = ?1""";
    private const string CompanyById = """SELECT 1 FROM "Companies" WHERE "CompanyId" = ?1""";

    private const string Insert =
        """
        INSERT INTO "Memberships" ("UserId", "CompanyId", "Role", "IsActive") VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT ("UserId", "CompanyId") DO NOTHING
        """;

    private const string Upsert =
        """
        INSERT INTO "Memberships" ("UserId", "CompanyId", "Role", "IsActive") VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT ("UserId", "CompanyId") DO UPDATE SET "Role" = excluded."Role", "IsActive" = excluded."IsActive"
        """;

    private const string UpdateRow =
        """UPDATE "Memberships" SET "Role" = ?3, "IsActive" = ?4 WHERE "UserId" = ?1 AND "CompanyId" = ?2""";

    private const string Delete = """DELETE FROM "Memberships" WHERE "UserId" = ?1 AND "CompanyId" = ?2""";

    /// <exception cref="KeyNotFoundException">There is no such user or company.</exception>
    public static void Set(WriteSession session, int userId, Membership membership)
    {
        RequireUser(session, userId);
        RequireCompany(session, membership.CompanyId);
        session.Execute(Upsert, userId, membership.CompanyId, membership.Role, membership.IsActive);
    }

    /// <exception cref="KeyNotFoundException">There is no such user or company.</exception>
    /// <exception cref="MembershipConflictException">The user is a member already.</exception>
    public static void Add(WriteSession session, int userId, IReadOnlyList<Membership> memberships)
    {
        RequireUser(session, userId);
        foreach (var membership in memberships)
        {
            RequireCompany(session, membership.CompanyId);
            if (session.Execute(Insert, userId, membership.CompanyId, membership.Role, membership.IsActive) == 0)
                throw new MembershipConflictException(membership.CompanyId, isMember: true);
        }
    }

    /// <exception cref="MembershipConflictException">The user is no member.</exception>
    public static void Replace(WriteSession session, int userId, IReadOnlyList<Membership> memberships)
    {
        foreach (var membership in memberships)
        {
            if (session.Execute(UpdateRow, userId, membership.CompanyId, membership.Role, membership.IsActive) == 0)
                throw new MembershipConflictException(membership.CompanyId, isMember: false);
        }
    }

    /// <exception cref="MembershipConflictException">The user is no member.</exception>
    public static void Remove(WriteSession session, int userId, IReadOnlyList<int> companyIds)
    {
        foreach (var companyId in companyIds)
        {
            if (session.Execute(Delete, userId, companyId) == 0)
                throw new MembershipConflictException(companyId, isMember: false);
        }
    }

    private static void RequireUser(WriteSession session, int userId)
    {
        if (!session.Exists(UserById, userId))
            throw new KeyNotFoundException($"There is no user {userId}");
    }

    private static void RequireCompany(WriteSession session, int companyId)
    {
        if (!session.Exists(CompanyById, companyId))
            throw new KeyNotFoundException($"There is no company {companyId}");
    }
}
