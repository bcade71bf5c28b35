using IpsJobs.Core.Files;
using IpsJobs.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace IpsJobs.Storage;

/// <summary>Reads the database through once, so that a damaged one is noticed before jobs are promised on it.</summary>
/// <remarks>Only up to the size of the setting: a large database would hold up every start.</remarks>
public sealed class StoreCheck
{
    private const long Megabyte = 1024 * 1024;
    private readonly SqliteSource source;
    private readonly DataFolder data;
    private readonly StorageOptions options;

    internal StoreCheck(SqliteSource source, DataFolder data, IOptions<StorageOptions> options)
    {
        this.source = source;
        this.data = data;
        this.options = options.Value;
    }

    /// <exception cref="StoreUnavailableException">The database is damaged.</exception>
    public void Apply()
    {
        if (new FileInfo(data.Database).Length > options.CheckUpToMegabytes * Megabyte)
            return;
        try
        {
            using var session = new SqlSession(source.Open());
            if (session.Find("PRAGMA quick_check(1)", static row => row.GetString(0)) is { } found && found != "ok")
                throw Damaged(found.ReplaceLineEndings(" "), inner: null);
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB)
        {
            throw Damaged(failure.Message, failure);
        }
    }

    private StoreUnavailableException Damaged(string detail, Exception? inner) =>
        new($"The database {data.Database} is damaged ({detail}); restore it from a backup", inner);
}
