using IpsJobs.Testing;

namespace IpsJobs.EndToEnd.Tests.OverTheWire;

/// <summary>The recorded requests: whole connections, heads and all.</summary>
internal static class RecordingFiles
{
    private const string Suffix = ".http";

    private static readonly string Folder = RepositoryFolder.Of("tests", "IpsJobs.EndToEnd.Tests", "Wire", "Recordings");

    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateFiles(Folder, "*" + Suffix).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public static byte[] Request(string name) => File.ReadAllBytes(Path.Combine(Folder, name + Suffix));

    /// <summary>The file with the replies that belong to the requests.</summary>
    public static string RepliesPath(string name) => Path.Combine(Folder, name + ".replies.xml");
}
