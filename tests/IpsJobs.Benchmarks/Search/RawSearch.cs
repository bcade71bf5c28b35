using System.Globalization;
using Microsoft.Data.Sqlite;

namespace IpsJobs.Benchmarks.Search;

/// <summary>The rows of a page by one prepared ADO.NET command on one open connection, every value read and none kept.</summary>
internal sealed class RawSearch : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand command;

    public RawSearch(string database, SearchCase search)
    {
        connection = new SqliteConnection($"Data Source={database};Pooling=False;Mode=ReadOnly");
        connection.Open();
        command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture,
            $"""SELECT a.* FROM ({search.RawIds} LIMIT {SearchCase.PageSize} OFFSET $skip) p JOIN "Assets" a ON a."AssetId" = p."AssetId" ORDER BY {search.RawOrder}""");
        command.Parameters.Add(new SqliteParameter { ParameterName = "$skip" });
    }

    /// <returns>Rows read.</returns>
    public int Read(int page)
    {
        command.Parameters[0].Value = (page - 1L) * SearchCase.PageSize;
        using var reader = command.ExecuteReader();
        var values = new object[reader.FieldCount];
        var found = 0;
        for (; reader.Read(); found++)
            reader.GetValues(values);
        return found;
    }

    public void Dispose()
    {
        command.Dispose();
        connection.Dispose();
    }
}
