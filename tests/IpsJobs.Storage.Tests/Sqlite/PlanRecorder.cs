using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IpsJobs.Storage.Tests.Sqlite;

/// <summary>Records how SQLite would run the statements that EF sends to one database file.</summary>
internal sealed class PlanRecorder(string database) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly ConcurrentBag<IDisposable> subscriptions = [];
    private readonly ConcurrentQueue<string> plans = [];

    public IReadOnlyCollection<string> Plans => plans;

    /// <summary>Off until the statements of interest come.</summary>
    public bool IsRecording { get; set; }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
            subscriptions.Add(value.Subscribe(this));
    }

    // Other tests run at the same time; only this file counts.
    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (IsRecording
            && value.Value is CommandEventData { Command: SqliteCommand command } data
            && data.EventId.Id == RelationalEventId.CommandExecuting.Id
            && command.Connection?.DataSource == database)
            plans.Enqueue(Explain(command));
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var subscription in subscriptions)
            subscription.Dispose();
    }

    private string Explain(SqliteCommand command)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var explain = connection.CreateCommand();
        explain.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        foreach (SqliteParameter parameter in command.Parameters)
            explain.Parameters.AddWithValue(parameter.ParameterName, parameter.Value);
        using var reader = explain.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read())
            steps.Add(reader.GetString(3));
        return string.Join('\n', steps);
    }
}
