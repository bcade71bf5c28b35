namespace IpsJobs.Handlers.Publishing;

/// <summary>Writes catalog attribute files: <c>Name=value</c> lines in the order given.</summary>
public static class AttributeFile
{
    /// <summary>Replaces the file at <paramref name="path"/> as the last step of a publish: servers reload when it changes.</summary>
    public static Task ReplaceAsync(string path, IEnumerable<KeyValuePair<string, string>> attributes) =>
        AtomicFile.ReplaceAsync(path, async stream =>
        {
            await using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
            foreach (var (name, value) in attributes)
                await writer.WriteLineAsync($"{name}={OneLine(value)}");
        });

    // A line break in a job's name would begin a new attribute.
    private static string OneLine(string value) => value.ReplaceLineEndings(" ");
}
