using IpsJobs.Storage.Tests.Accounts;

namespace IpsJobs.Storage.Tests.Sqlite;

/// <summary>The suite on a SQLite file.</summary>
public sealed class SqliteAccountTests : AccountSuite
{
    protected override IReadOnlyDictionary<string, string?> Settings => SqliteSettings.Values;
}
