using System.Buffers.Binary;
using System.Text;
using IpsJobs.Handlers.Publishing.Catalogs;

namespace IpsJobs.Handlers.Tests.Publishing.Catalogs;

public sealed class FontFactsTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("ips-font-").FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public void TryRead_FindsNamesAndStyle_WhenTablesAreThere()
    {
        var facts = FontFacts.TryRead(Written(Font("Größe Sans", "GroesseSans-BoldItalic", style: 3)));

        facts.Should().Be(new FontFacts("Größe Sans", "GroesseSans-BoldItalic", IsBold: true, IsItalic: true));
    }

    [Fact]
    public void TryRead_TakesFirstFont_WhenFileIsACollection()
    {
        var header = new byte[16];
        "ttcf"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(8), 1);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(12), 16);

        var facts = FontFacts.TryRead(Written([.. header, .. Font("First", "First-Regular", style: 0, offset: 16)]));

        facts.Should().Be(new FontFacts("First", "First-Regular", IsBold: false, IsItalic: false));
    }

    [Theory]
    [InlineData("")]
    [InlineData("%!PS-AdobeFont-1.0")]
    public void TryRead_FindsNothing_WhenFileIsNoTrueTypeFont(string text) =>
        FontFacts.TryRead(Written(Encoding.ASCII.GetBytes(text))).Should().BeNull();

    [Fact]
    public void TryRead_NeverThrows_WhenFontIsDamagedAnywhere()
    {
        var font = Font("Damaged", "Damaged", style: 0);
        for (var i = 0; i < font.Length; i++)
        {
            var damaged = (byte[])font.Clone();
            damaged[i] = 0xFF;
            var read = () => FontFacts.TryRead(Written(damaged));
            read.Should().NotThrow($"byte {i} is wrong");
            read = () => FontFacts.TryRead(Written(font[..i]));
            read.Should().NotThrow($"the file ends at {i}");
        }
    }

    [Fact]
    public void TryRead_FindsNothing_WhenFileIsMissing() =>
        FontFacts.TryRead(Path.Combine(directory, "none.ttf")).Should().BeNull();

    private string Written(byte[] bytes)
    {
        var path = Path.Combine(directory, "font.ttf");
        File.WriteAllBytes(path, bytes);
        return path;
    }

    // Two tables: head with its style bits, name with a family and a PostScript name in UTF-16.
    private static byte[] Font(string family, string postScriptName, ushort style, int offset = 0)
    {
        var names = NameTable(Encoding.BigEndianUnicode.GetBytes(family), Encoding.BigEndianUnicode.GetBytes(postScriptName));
        var head = new byte[54];
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(44), style);
        var start = new byte[12 + 32];
        BinaryPrimitives.WriteUInt32BigEndian(start, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(start.AsSpan(4), 2);
        Entry(start.AsSpan(12), "head"u8, offset + start.Length, head.Length);
        Entry(start.AsSpan(28), "name"u8, offset + start.Length + head.Length, names.Length);
        return [.. start, .. head, .. names];
    }

    private static void Entry(Span<byte> entry, ReadOnlySpan<byte> tag, int offset, int length)
    {
        tag.CopyTo(entry);
        BinaryPrimitives.WriteUInt32BigEndian(entry[8..], (uint)offset);
        BinaryPrimitives.WriteUInt32BigEndian(entry[12..], (uint)length);
    }

    private static byte[] NameTable(byte[] family, byte[] postScriptName)
    {
        var table = new byte[6 + 24];
        BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(2), 2);
        BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(4), (ushort)table.Length);
        Record(table.AsSpan(6), nameId: 1, family.Length, 0);
        Record(table.AsSpan(18), nameId: 6, postScriptName.Length, family.Length);
        return [.. table, .. family, .. postScriptName];
    }

    private static void Record(Span<byte> record, ushort nameId, int length, int offset)
    {
        BinaryPrimitives.WriteUInt16BigEndian(record, 3);
        BinaryPrimitives.WriteUInt16BigEndian(record[6..], nameId);
        BinaryPrimitives.WriteUInt16BigEndian(record[8..], (ushort)length);
        BinaryPrimitives.WriteUInt16BigEndian(record[10..], (ushort)offset);
    }
}
