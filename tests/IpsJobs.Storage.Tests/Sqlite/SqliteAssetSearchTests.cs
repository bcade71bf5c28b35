using IpsJobs.Storage.Tests.Assets;

namespace IpsJobs.Storage.Tests.Sqlite;

/// <summary>The suite on a SQLite file.</summary>
public sealed class SqliteAssetSearchTests : AssetSearchSuite
{
    protected override IReadOnlyDictionary<string, string?> Settings => SqliteSettings.Values;
}
