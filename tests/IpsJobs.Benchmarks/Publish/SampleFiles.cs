using System.Globalization;
using System.Security.Cryptography;

namespace IpsJobs.Benchmarks.Publish;

/// <summary>Files without a picture in them, and the job that brings them in.</summary>
internal static class SampleFiles
{
    public const int Size = 200_000;

    private const int PerFolder = 500;

    /// <param name="directory">Below the incoming directory of the company.</param>
    public static string UploadJob(string directory = "/") => $"""
        <uploadDirectoryJob><serverDir>{directory}</serverDir><overwrite>true</overwrite><readyForPublish>true</readyForPublish>
        <includeSubfolders>true</includeSubfolders><createMask>false</createMask><processMetadataFiles>false</processMetadataFiles>
        <emailSetting>None</emailSetting></uploadDirectoryJob>
        """;

    /// <param name="incoming">Directory to fill; made where it is missing.</param>
    /// <param name="count">Files.</param>
    /// <param name="size">Bytes of each.</param>
    /// <param name="prefix">Of their names; assets of one company must not share them.</param>
    // Style sheets have no picture, so nothing is measured but the way of a file.
    public static void Fill(string incoming, int count, int size = Size, string prefix = "file")
    {
        var content = new byte[size];
        for (var i = 0; i < count; i++)
        {
            RandomNumberGenerator.Fill(content);
            var folder = Path.Combine(incoming, (i / PerFolder).ToString("00", CultureInfo.InvariantCulture));
            Directory.CreateDirectory(folder);
            var file = Path.Combine(folder, $"{prefix}{i.ToString("00000", CultureInfo.InvariantCulture)}.css");
            File.WriteAllBytes(file, content);
            File.SetLastWriteTimeUtc(file, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        }
    }
}
