using System.Text;
using IpsJobs.Core.Assets;

namespace IpsJobs.Handlers.DirectoryUpload;

/// <summary>Recognises and reads metadata files.</summary>
internal static class MetadataFile
{
    private const int HeadBytes = 64 * 1024;
    private const long LargestFile = 32L * 1024 * 1024;

    /// <summary>By extension and content; cheap, because every text and XML file of a delivery is asked.</summary>
    public static bool IsOne(ConfinedRoot root, SourceFile file)
    {
        var extension = AssetNaming.Extension(file.FileName).ToLowerInvariant();
        if (extension is not ("txt" or "tsv" or "csv" or "xml") || file.FileName.StartsWith('.') || file.Size == 0)
            return false;
        try
        {
            using var content = File.OpenRead(root.Resolve(file.Path));
            return extension == "xml" ? MetadataDocument.IsOne(content) : MetadataTable.IsOne(HeadOf(content));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>All lines: nothing of a file that breaks off in its middle is applied.</summary>
    /// <exception cref="MetadataFileException">It is too large or not well-formed.</exception>
    public static List<MetadataLine> Read(string path, string fileName)
    {
        using var content = File.OpenRead(path);
        if (content.Length > LargestFile)
            throw new MetadataFileException("The file is too large");
        if (AssetNaming.Extension(fileName).Equals("xml", StringComparison.OrdinalIgnoreCase))
            return [.. MetadataDocument.Read(content)];
        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        return [.. MetadataTable.Read(MetadataText.Decode(bytes))];
    }

    // The head may end in the middle of a character, which must not make Latin text of it: only its first row counts.
    private static string HeadOf(FileStream content)
    {
        var head = new byte[Math.Min(HeadBytes, content.Length)];
        content.ReadExactly(head);
        var end = head is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] ? -1 : head.AsSpan().IndexOf((byte)'\n');
        return MetadataText.Decode(end < 0 ? head : head[..end]);
    }
}
