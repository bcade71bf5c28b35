using IpsJobs.Core.Files;

namespace IpsJobs.EndToEnd.Tests.OverTheWire;

/// <summary>What a running server has written to its log files.</summary>
internal static class ServerLog
{
    private const int LinesOfFailure = 8;

    /// <summary>Entries at level error or fatal, each with the first lines of its exception.</summary>
    public static async Task<IReadOnlyList<string>> ErrorsAsync(DataFolder data)
    {
        var errors = new List<string>();
        foreach (var file in Directory.EnumerateFiles(data.Logs, "*.log"))
        {
            // The server keeps the file open for writing.
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream);
            while (await reader.ReadLineAsync() is { } first)
            {
                if (!first.Contains(" [ERR] ", StringComparison.Ordinal) && !first.Contains(" [FTL] ", StringComparison.Ordinal))
                    continue;
                var entry = first;
                for (var more = 0; more < LinesOfFailure && await reader.ReadLineAsync() is { } next; more++)
                    entry += "\n" + next;
                errors.Add(entry);
            }
        }

        return errors;
    }
}
