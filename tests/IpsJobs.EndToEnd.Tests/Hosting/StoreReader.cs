using IpsJobs.Core.Files;
using Microsoft.Data.Sqlite;

namespace IpsJobs.EndToEnd.Tests.Hosting;

/// <summary>Looks into the database with nothing of the server's own code.</summary>
internal sealed class StoreReader(DataFolder data)
{
    private readonly string connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = data.Database, Mode = SqliteOpenMode.ReadOnly, Pooling = false,
    }.ToString();

    public IReadOnlyList<T> List<T>(string sql, Func<SqliteDataReader, T> read)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    public long Count(string sql) => List(sql, r => r.GetInt64(0)).Single();
}
