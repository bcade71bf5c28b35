using System.Runtime.CompilerServices;
using System.Text.Json;

namespace IpsJobs.Handlers.Publishing;

/// <summary>Reads what a <see cref="Spool{T}"/> has written.</summary>
public static class SpoolReader
{
    /// <summary>Reads a finished list in its order, one item at a time.</summary>
    public static async IAsyncEnumerable<T> ReadAsync<T>(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(path);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
            yield return JsonSerializer.Deserialize<T>(line)!;
    }
}
