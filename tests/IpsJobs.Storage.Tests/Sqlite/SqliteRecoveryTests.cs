using IpsJobs.Storage.Tests.Writing;

namespace IpsJobs.Storage.Tests.Sqlite;

/// <summary>The suite on a SQLite file.</summary>
public sealed class SqliteRecoveryTests : RecoverySuite
{
    protected override IReadOnlyDictionary<string, string?> Settings => SqliteSettings.Values;
}
