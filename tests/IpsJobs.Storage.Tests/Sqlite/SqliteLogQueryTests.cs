using IpsJobs.Storage.Tests.Queries;

namespace IpsJobs.Storage.Tests.Sqlite;

/// <summary>The suite on a SQLite file.</summary>
public sealed class SqliteLogQueryTests : LogQuerySuite
{
    protected override IReadOnlyDictionary<string, string?> Settings => SqliteSettings.Values;
}
