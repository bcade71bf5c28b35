using System.Globalization;

namespace IpsJobs.Imaging;

/// <summary>Names of temporary files beside a target; the files are gone when the work is over.</summary>
internal sealed class Scratch(string targetPath) : IDisposable
{
    private readonly List<string> paths = [];

    /// <param name="extension">With its dot.</param>
    public string Next(string extension)
    {
        // Strips of a picture are encoded beside each other.
        lock (paths)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"{targetPath}.{paths.Count}{extension}");
            paths.Add(path);
            return path;
        }
    }

    public void Dispose()
    {
        foreach (var path in paths)
            File.Delete(path);
    }
}
