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
    private readonly Dictionary<string, Statement> statements = [];

    protected SqliteConnection Connection => connection;

    /// <summary>Runs a single statement to its end.</summary>
    /// <returns>Rows changed.</returns>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Bare(sql).Execute(values);

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
        Bare(sql).TryRead(values, out var number) ? number : null;

    /// <summary>The same as an instant.</summary>
    public DateTimeOffset? Instant(string sql, params ReadOnlySpan<object?> values) =>
        Number(sql, values) is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    public bool Exists(string sql, params ReadOnlySpan<object?> values) => Bare(sql).TryRead(values, out _);

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

    private Statement Bare(string sql)
    {
        if (statements.TryGetValue(sql, out var statement))
            return statement;
        if (statements.Count >= MaxPrepared)
            Forget();
        // Made before it is kept: a text that cannot be prepared leaves nothing behind.
        statement = new Statement(connection.Handle!, sql);
        statements[sql] = statement;
        return statement;
    }

    private void Forget()
    {
        foreach (var command in commands.Values)
            command.Dispose();
        foreach (var statement in statements.Values)
            statement.Dispose();
        commands.Clear();
        statements.Clear();
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
