using System.Buffers.Binary;
using System.Text;

namespace IpsJobs.Imaging;

/// <summary>Reads image resource blocks.</summary>
internal static class PhotoshopResources
{
    private const int NameAt = 6;

    /// <summary>The resources of a block in their order; reading ends where the form does.</summary>
    public static IEnumerable<PhotoshopResource> Read(byte[] block)
    {
        for (var at = 0; at + NameAt + 2 <= block.Length && block.AsSpan(at).StartsWith("8BIM"u8);)
        {
            var id = BinaryPrimitives.ReadUInt16BigEndian(block.AsSpan(at + 4));
            var nameLength = block[at + NameAt];
            var sizeAt = at + NameAt + Even(nameLength + 1);
            if (sizeAt + 4 > block.Length)
                yield break;
            var size = BinaryPrimitives.ReadUInt32BigEndian(block.AsSpan(sizeAt));
            if (size > block.Length - sizeAt - 4)
                yield break;
            var name = Encoding.Latin1.GetString(block, at + NameAt + 1, nameLength);
            yield return new PhotoshopResource(id, name, block[(sizeAt + 4)..(sizeAt + 4 + (int)size)]);
            at = sizeAt + 4 + Even((int)size);
        }
    }

    private static int Even(int length) => length + (length & 1);
}
