using IpsJobs.Core.Accounts;
using IpsJobs.Storage.Sqlite;
using IpsJobs.Storage.Writing;
using Microsoft.Data.Sqlite;

namespace IpsJobs.Storage.Accounts;

/// <summary>Adds and changes users.</summary>
internal static class UserWrites
{
    private const string EmailHolder = """SELECT 1 FROM "Users" WHERE "EmailKey" = ?1 AND "UserId" <> ?2""";

    private const string Select =
        """
        SELECT "Email", "FirstName", "LastName", "PasswordHash", "IsValid", "IsIpsAdmin", "PasswordExpiresUtc"
        FROM "Users" WHERE "UserId" = ?1
        """;

    private const string OtherAdministrator =
        """
        SELECT 1 FROM "Users" WHERE "UserId" <> ?1 AND "IsIpsAdmin" AND "IsValid"
        AND ("PasswordExpiresUtc" IS NULL OR "PasswordExpiresUtc" > ?2)
        """;

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

    /// <exception cref="NameTakenException">The e-mail is in use.</exception>
    /// <exception cref="KeyNotFoundException">A membership names an unknown company.</exception>
    public static User Add(WriteSession session, User user, IReadOnlyList<Membership> memberships)
    {
        RequireFreeEmail(session, user);
        session.Execute(Insert, Values(user, user.UserId == 0 ? null : user.UserId));
        var added = user with { UserId = (int)session.LastId };
        MembershipWrites.Add(session, added.UserId, memberships);
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

    /// <exception cref="NameTakenException">The new e-mail is in use.</exception>
    /// <exception cref="KeyNotFoundException">There is no such user.</exception>
    /// <exception cref="LastAdministratorException">Nobody else could log in as IpsAdmin.</exception>
    public static User Change(WriteSession session, int userId, Func<User, User> change)
    {
        var before = session.Find(Select, r => Read(r, userId), userId) ?? throw new KeyNotFoundException($"There is no user {userId}");
        var after = change(before);
        var now = session.UtcNow;
        if (MayAdminister(before, now) && !MayAdminister(after, now) && !session.Exists(OtherAdministrator, userId, now))
            throw new LastAdministratorException();
        Update(session, after);
        return after;
    }

    private static bool MayAdminister(User user, DateTimeOffset now) =>
        user.IsIpsAdmin && user.IsValid && (user.PasswordExpiresUtc is not { } end || end > now);

    private static User Read(SqliteDataReader row, int userId) => new()
    {
        UserId = userId,
        Email = row.GetString(0),
        FirstName = row.GetString(1),
        LastName = row.GetString(2),
        PasswordHash = row.GetString(3),
        IsValid = row.GetBoolean(4),
        IsIpsAdmin = row.GetBoolean(5),
        PasswordExpiresUtc = row.InstantOrNull(6),
    };

    private static void RequireFreeEmail(WriteSession session, User user)
    {
        if (session.Exists(EmailHolder, EmailKey(user), user.UserId))
            throw new NameTakenException("User", user.Email);
    }

    private static object?[] Values(User u, int? userId) =>
        [userId, u.Email, EmailKey(u), u.FirstName, u.LastName, u.PasswordHash, u.IsValid, u.IsIpsAdmin, u.PasswordExpiresUtc];

    private static string EmailKey(User user) => user.Email.ToUpperInvariant();
}
