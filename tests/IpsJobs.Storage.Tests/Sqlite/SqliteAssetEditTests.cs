using IpsJobs.Storage.Tests.Edits;

namespace IpsJobs.Storage.Tests.Sqlite;

/// <summary>The suite on a SQLite file.</summary>
public sealed class SqliteAssetEditTests : AssetEditSuite
{
    protected override IReadOnlyDictionary<string, string?> Settings => SqliteSettings.Values;
}
