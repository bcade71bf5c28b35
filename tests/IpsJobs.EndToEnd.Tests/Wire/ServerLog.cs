using IpsJobs.Core.Files;

namespace IpsJobs.EndToEnd.Tests.OverTheWire;

/// <summary>What a running server has written to its log files.</summary>
internal static class ServerLog
{
    /// <summary>First lines of entries at level error or fatal.</summary>
    public static async Task<IReadOnlyList<string>> ErrorsAsync(DataFolder data)
    {
        var errors = new List<string>();
        foreach (var file in Directory.EnumerateFiles(data.Logs, "*.log"))
        {
            // The server keeps the file open for writing.
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream);
            while (await reader.ReadLineAsync() is { } line)
            {
                if (line.Contains(" [ERR] ", StringComparison.Ordinal) || line.Contains(" [FTL] ", StringComparison.Ordinal))
                    errors.Add(line);
            }
        }

        return errors;
    }
}
