namespace IpsJobs.Imaging.Tools;

/// <summary>Finds programs on the search path.</summary>
public static class ToolPaths
{
    /// <summary>Null when the program is not there now; looked up every time, because it may be installed while the service runs.</summary>
    public static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(directory => Path.Combine(directory, program))
        .FirstOrDefault(File.Exists);
}
