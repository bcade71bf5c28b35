using IpsJobs.Storage.Tests.Outbox;

namespace IpsJobs.Storage.Tests.Sqlite;

/// <summary>The suite on a SQLite file.</summary>
public sealed class SqliteWarningTests : WarningSuite
{
    protected override IReadOnlyDictionary<string, string?> Settings => SqliteSettings.Values;
}
