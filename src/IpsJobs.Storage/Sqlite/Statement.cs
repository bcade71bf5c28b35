using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace IpsJobs.Storage.Sqlite;

/// <summary>A prepared statement on the bare library. For one thread at a time.</summary>
/// <remarks>Values go in by their place. A command of ADO.NET looks each one up by its name and makes a reader for every run,
/// which costs as much again as a small statement itself.</remarks>
internal sealed class Statement : IDisposable
{
    private const int LongestOnStack = 512;
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    /// <exception cref="SqliteException">The text is no statement.</exception>
    public Statement(sqlite3 database, string sql)
    {
        this.database = database;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, sql, out statement), database);
    }

    /// <summary>Runs it to its end.</summary>
    /// <returns>Rows changed.</returns>
    public int Execute(ReadOnlySpan<object?> values)
    {
        Bind(values);
        try
        {
            while (Step())
            {
                // A statement that is not read to its end keeps the log from being reset.
            }
            return raw.sqlite3_changes(database);
        }
        finally
        {
            raw.sqlite3_reset(statement);
        }
    }

    /// <returns>Whether there is a row.</returns>
    /// <param name="values">In the order of the parameters.</param>
    /// <param name="number">First column of the first row; null when there is no row or it is NULL.</param>
    public bool TryRead(ReadOnlySpan<object?> values, out long? number)
    {
        Bind(values);
        try
        {
            var found = Step();
            number = found && raw.sqlite3_column_type(statement, 0) != raw.SQLITE_NULL ? raw.sqlite3_column_int64(statement, 0) : null;
            return found;
        }
        finally
        {
            raw.sqlite3_reset(statement);
        }
    }

    public void Dispose() => statement.Dispose();

    private bool Step()
    {
        var result = raw.sqlite3_step(statement);
        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
            SqliteException.ThrowExceptionForRC(result, database);
        return result == raw.SQLITE_ROW;
    }

    private void Bind(ReadOnlySpan<object?> values)
    {
        if (raw.sqlite3_bind_parameter_count(statement) != values.Length)
            throw new ArgumentException("A statement needs a value for each of its parameters", nameof(values));
        for (var i = 0; i < values.Length; i++)
            SqliteException.ThrowExceptionForRC(Bind(i + 1, values[i]), database);
    }

    private int Bind(int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, place),
        string text => BindText(place, text),
        long number => raw.sqlite3_bind_int64(statement, place, number),
        int number => raw.sqlite3_bind_int64(statement, place, number),
        bool truth => raw.sqlite3_bind_int64(statement, place, truth ? 1 : 0),
        double number => raw.sqlite3_bind_double(statement, place, number),
        DateTimeOffset instant => raw.sqlite3_bind_int64(statement, place, instant.UtcTicks),
        byte[] { Length: 0 } => raw.sqlite3_bind_zeroblob(statement, place, 0),
        byte[] bytes => raw.sqlite3_bind_blob(statement, place, bytes),
        _ => throw new ArgumentException($"No column holds a {value.GetType().Name}", nameof(value)),
    };

    private int BindText(int place, string text)
    {
        // An empty span has no address, and would become NULL.
        if (text.Length == 0 || Encoding.UTF8.GetMaxByteCount(text.Length) > LongestOnStack)
            return raw.sqlite3_bind_text(statement, place, text);
        Span<byte> bytes = stackalloc byte[LongestOnStack];
        return raw.sqlite3_bind_text(statement, place, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }
}
