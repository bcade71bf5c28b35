using System.Data;
using Microsoft.Data.Sqlite;

namespace IpsJobs.Storage.Sqlite;

/// <summary>An open connection with the statements it has prepared. For one thread at a time.</summary>
/// <remarks>Statements name their parameters <c>?1</c>, <c>?2</c> … and get the values in that order. Instants become UTC ticks.</remarks>
internal class SqlSession(SqliteConnection connection) : IDisposable
{
    // Searches compose their texts of what clients ask for; without a limit they would pile up.
    private const int MaxPrepared = 300;
    private readonly Dictionary<string, SqliteCommand> commands = [];

    protected SqliteConnection Connection => connection;

    /// <summary>Runs a statement to its end.</summary>
    /// <returns>Rows changed.</returns>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ExecuteNonQuery();

    /// <summary>The first row, or the default.</summary>
    public T? Find<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var reader = Prepare(sql, values).ExecuteReader(CommandBehavior.SingleRow);
        return reader.Read() ? read(reader) : default;
    }

    public List<T> List<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        var rows = new List<T>();
        using var reader = Prepare(sql, values).ExecuteReader();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    /// <summary>First column of the first row; null when there is no row or it is NULL.</summary>
    public long? Number(string sql, params ReadOnlySpan<object?> values) =>
        Find(sql, static r => r.IsDBNull(0) ? (long?)null : r.GetInt64(0), values);

    public bool Exists(string sql, params ReadOnlySpan<object?> values) => Find(sql, static _ => true, values);

    public void Dispose()
    {
        Forget();
        connection.Dispose();
        GC.SuppressFinalize(this);
    }

    private SqliteCommand Prepare(string sql, ReadOnlySpan<object?> values)
    {
        if (!commands.TryGetValue(sql, out var command))
        {
            if (commands.Count >= MaxPrepared)
                Forget();
            commands[sql] = command = Create(sql, values.Length);
        }

        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = ToColumn(values[i]);
        return command;
    }

    private void Forget()
    {
        foreach (var command in commands.Values)
            command.Dispose();
        commands.Clear();
    }

    private SqliteCommand Create(string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= parameters; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = string.Create(null, $"?{i}") });
        return command;
    }

    private static object ToColumn(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset instant => instant.UtcTicks,
        _ => value,
    };
}
