using Microsoft.Data.Sqlite;

namespace IpsJobs.Storage.Sqlite;

/// <summary>Reads instants, which are stored as UTC ticks.</summary>
internal static class RowInstants
{
    public static DateTimeOffset Instant(this SqliteDataReader row, int column) => new(row.GetInt64(column), TimeSpan.Zero);

    public static DateTimeOffset? InstantOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.Instant(column);
}
