using System.Buffers;
using System.Globalization;
using System.Text;

namespace IpsJobs.Core.Assets;

/// <summary>How file names become asset names; the asset name is the file name without its last extension.</summary>
public static class AssetNaming
{
    // What the file systems we serve and publish to can hold in one name.
    private const int LargestName = 255;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create("\\;/?:@&=+$,*\"<>|'{}%");

    private static readonly SearchValues<char> Plain =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c).Where(c => !Forbidden.Contains(c))]);

    /// <summary>The name under which a file is stored; null when nothing usable is left.</summary>
    /// <remarks>
    /// The API deletes certain characters and keeps all others, blanks included. The rest is brought to NFC, so that two
    /// spellings of one name are one name, and cut to 255 bytes of UTF-8 in front of the extension.
    /// </remarks>
    public static string? Clean(string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        var cleaned = IsClean(fileName) ? fileName : Tidy(fileName);
        return string.IsNullOrWhiteSpace(BaseName(cleaned)) || cleaned is "." or ".." ? null : cleaned;
    }

    public static string BaseName(string fileName)
    {
        var dot = fileName.LastIndexOf('.');
        return dot < 0 ? fileName : fileName[..dot];
    }

    /// <summary>Without the dot and in the case of the file; empty when there is none.</summary>
    public static string Extension(string fileName)
    {
        var dot = fileName.LastIndexOf('.');
        return dot < 0 ? "" : fileName[(dot + 1)..];
    }

    /// <summary>The asset name to try when the plain one and all smaller numbers are taken.</summary>
    public static string Numbered(string baseName, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{baseName}-{number}");

    /// <summary>As <see cref="Numbered"/> for a whole file name, whose base is cut where the number would make it too long.</summary>
    public static string NumberedFile(string fileName, int number)
    {
        var suffix = Numbered("", number);
        var cut = CutBase(fileName, LargestName - suffix.Length);
        var baseName = BaseName(cut);
        return baseName + suffix + cut[baseName.Length..];
    }

    /// <summary>The text in NFC, so that two spellings of a name are one; names of folders are brought to it as well.</summary>
    /// <remarks>Broken surrogate pairs become replacement characters; the framework refuses to compose them.</remarks>
    public static string Compose(string text) => Ascii.IsValid(text)
        ? text
        : string.Concat(text.EnumerateRunes().Select(r => r.ToString())).Normalize(NormalizationForm.FormC);

    /// <summary>Whether two file names are the same; their extensions are compared without case, their bases with it.</summary>
    public static bool IsSameFile(string one, string other) =>
        BaseName(one) == BaseName(other) && IsSameExtension(one, other);

    public static bool IsSameExtension(string one, string other) =>
        string.Equals(Extension(one), Extension(other), StringComparison.OrdinalIgnoreCase);

    // Asked several times for each of many thousand files, nearly all of which have such names.
    private static bool IsClean(string fileName) => fileName.Length <= LargestName && !fileName.AsSpan().ContainsAnyExcept(Plain);

    private static string Tidy(string fileName)
    {
        // Composed first, because a Greek question mark becomes a semicolon; and again, because deleting joins what was apart.
        var allowed = Compose(fileName).Where(c => !Forbidden.Contains(c) && !char.IsControl(c));
        return CutBase(Compose(string.Concat(allowed)), room: LargestName);
    }

    private static string CutBase(string fileName, int room)
    {
        if (Encoding.UTF8.GetByteCount(fileName) <= room)
            return fileName;
        var baseName = BaseName(fileName);
        var extension = fileName[baseName.Length..];
        var left = room - Encoding.UTF8.GetByteCount(extension);
        // What follows the dot of such a name is no extension worth keeping.
        return left < 1 ? CutText(fileName, room) : CutText(baseName, left) + extension;
    }

    private static string CutText(string text, int room)
    {
        var kept = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            room -= rune.Utf8SequenceLength;
            if (room < 0)
                break;
            kept.Append(rune.ToString());
        }
        return kept.ToString();
    }
}
