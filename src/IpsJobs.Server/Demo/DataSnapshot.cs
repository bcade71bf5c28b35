using System.Globalization;
using IpsJobs.Core.Files;

namespace IpsJobs.Server.Demo;

/// <summary>The files of a data folder at one moment, to show what a job has left there.</summary>
/// <remarks>Without the database, staging, log and mail: they change whatever runs.</remarks>
internal sealed class DataSnapshot
{
    private const int CompanyDepth = 3;
    private const int OtherDepth = 2;
    private const int Kilobyte = 1024;

    private readonly Dictionary<string, (long Length, DateTime Changed)> files;

    private DataSnapshot(Dictionary<string, (long, DateTime)> files) => this.files = files;

    public static DataSnapshot Of(DataFolder data)
    {
        string[] left = [data.Staging, data.Logs, data.Mail];
        var kept = Directory.EnumerateDirectories(data.Root).Except(left, StringComparer.Ordinal);
        var files = kept.SelectMany(d => Directory.EnumerateFiles(d, "*", SearchOption.AllDirectories)).Select(f => new FileInfo(f));
        return new DataSnapshot(files.ToDictionary(f => Path.GetRelativePath(data.Root, f.FullName), f => (f.Length, f.LastWriteTimeUtc)));
    }

    /// <summary>New and changed files since an earlier moment, by folder, in one line.</summary>
    public string Since(DataSnapshot before)
    {
        var made = files.Where(f => !before.files.TryGetValue(f.Key, out var had) || had != f.Value).ToList();
        var folders = made.GroupBy(f => FolderOf(f.Key)).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (Name: g.Key, Count: g.Count())).ToList();
        var total = $"left {Files(made.Count)}, {Size(made.Sum(f => f.Value.Length))}";
        return folders switch
        {
            [] => "left no new file",
            [var folder] => $"{total} in {folder.Name}",
            _ => $"{total}: {string.Join(", ", folders.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Count} in {f.Name}")))}",
        };
    }

    private static string Files(int count) => count == 1 ? "1 file" : string.Create(CultureInfo.InvariantCulture, $"{count} files");

    private static string Size(long bytes) => bytes < Kilobyte
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)Kilobyte:0} KB");

    // A company keeps originals, pictures and masks apart; publish targets are one folder each.
    private static string FolderOf(string path)
    {
        var parts = path.Split(Path.DirectorySeparatorChar);
        var depth = parts[0] == "companies" ? CompanyDepth : OtherDepth;
        return string.Join('/', parts[..Math.Min(depth, parts.Length - 1)]);
    }
}
