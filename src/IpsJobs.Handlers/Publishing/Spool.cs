using System.Text.Json;

namespace IpsJobs.Handlers.Publishing;

/// <summary>A list on disk, written once and read any number of times: memory stays bounded however many assets there are.</summary>
public sealed class Spool<T> : IAsyncDisposable
{
    private readonly StreamWriter writer;

    /// <summary>Starts an empty list; one that an interrupted run left there is overwritten.</summary>
    public Spool(string path)
    {
        Path = path;
        writer = new StreamWriter(path, append: false);
    }

    public string Path { get; }

    public int Count { get; private set; }

    public async ValueTask AddAsync(T item)
    {
        await writer.WriteLineAsync(JsonSerializer.Serialize(item));
        Count++;
    }

    /// <summary>Ends the writing; only then may the list be read, by <see cref="SpoolReader"/>.</summary>
    public ValueTask DisposeAsync() => writer.DisposeAsync();
}
