using System.Text;

namespace IpsJobs.Imaging;

/// <summary>Head of an ICC profile file.</summary>
/// <param name="Class">What it is for, four letters.</param>
/// <param name="Colors">Colour space of the pictures it describes, four letters.</param>
internal sealed record ProfileFile(string Class, string Colors)
{
    private const int HeaderLength = 128;
    private const int ClassAt = 12;
    private const int ColorsAt = 16;
    private const int SignatureAt = 36;

    /// <summary>Channels of the pictures it describes; 0 for spaces that are no pictures'.</summary>
    public int Channels => Colors switch
    {
        "RGB " => 3,
        "CMYK" => 4,
        "GRAY" => 1,
        _ => 0,
    };

    /// <summary>Links, abstract and named-colour profiles describe no picture.</summary>
    public bool IsOfPictures => Class is "scnr" or "mntr" or "prtr" or "spac";

    /// <returns>Null when the file is no profile.</returns>
    public static ProfileFile? Find(string path)
    {
        using var file = File.OpenRead(path);
        var head = new byte[HeaderLength];
        return file.ReadAtLeast(head, HeaderLength, throwOnEndOfStream: false) < HeaderLength || !head.AsSpan(SignatureAt).StartsWith("acsp"u8)
            ? null
            : new ProfileFile(Encoding.ASCII.GetString(head, ClassAt, 4), Encoding.ASCII.GetString(head, ColorsAt, 4));
    }
}
