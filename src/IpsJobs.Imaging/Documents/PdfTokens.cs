using System.IO.Compression;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace IpsJobs.Imaging.Documents;

/// <summary>Reads values of the objects of a PDF.</summary>
internal static class PdfTokens
{
    private const int ZlibHeader = 2;
    private const int BlockSize = 64 * 1024;

    /// <summary>Null when the entry is missing or something else.</summary>
    public static T? Find<T>(DictionaryToken? dictionary, string name, IPdfTokenScanner objects)
        where T : class, IToken =>
        dictionary is not null && dictionary.TryGet(NameToken.Create(name), out IToken found) && DirectObjectFinder.TryGet<T>(found, objects, out var value)
            ? value
            : null;

    /// <summary>The unpacked bytes of a stream.</summary>
    /// <exception cref="InvalidDataException">They would be more than <paramref name="most"/>, or are packed in an unusual way.</exception>
    /// <remarks>A few bytes may claim gigabytes, so the usual packing is undone here and not by the library, which knows no limit.</remarks>
    public static ReadOnlyMemory<byte> Unpack(PdfDocument document, StreamToken stream, long most)
    {
        var filters = Filters(stream.StreamDictionary, document.Structure.TokenScanner);
        if (filters is [] && stream.Data.Length <= most)
            return stream.Data;
        if (filters is not ["FlateDecode" or "Fl"] || stream.Data.Length <= ZlibHeader)
            throw new InvalidDataException("The stream is too long or packed in an unusual way.");
        // Without the check sum at the end, which careless writers leave out.
        using var packed = new MemoryStream(stream.Data[ZlibHeader..].ToArray());
        using var inflate = new DeflateStream(packed, CompressionMode.Decompress);
        using var all = new MemoryStream();
        var block = new byte[BlockSize];
        while (inflate.Read(block) is var count and > 0)
        {
            if (all.Length + count > most)
                throw new InvalidDataException("The stream is too long.");
            all.Write(block, 0, count);
        }
        return all.ToArray();
    }

    private static List<string> Filters(DictionaryToken stream, IPdfTokenScanner objects)
    {
        if (Find<NameToken>(stream, "Filter", objects) is { } one)
            return [one.Data];
        var names = Find<ArrayToken>(stream, "Filter", objects)?.Data ?? [];
        return [.. names.Select(n => DirectObjectFinder.TryGet<NameToken>(n, objects, out var name) ? name.Data : "")];
    }
}
