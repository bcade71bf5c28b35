using System.Text;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Constants;
using IpsJobs.Imaging.Metadata;
using IpsJobs.Imaging.Tools;
using IpsJobs.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace IpsJobs.Imaging.Tests.Metadata;

/// <summary>Pictures that real encoders have written, with metadata in them.</summary>
public sealed class EmbeddedMetadataReaderTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ips-meta-");
    private readonly ImageSlots slots = new(Options.Create(new ImagingOptions()));
    private readonly EmbeddedMetadataReader reader;

    public EmbeddedMetadataReaderTests()
    {
        var options = Options.Create(new ToolOptions());
        var clock = new ServerClock(TimeProvider.System, TimeZoneInfo.Utc);
        var tools = new ToolRunner(new Confinement(NullLogger<Confinement>.Instance), options, clock);
        reader = new EmbeddedMetadataReader(slots, tools, new MetadataMapper(tools), options);
    }

    public void Dispose()
    {
        slots.Dispose();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(".jpg")]
    [InlineData(".tif")]
    [InlineData(".png")]
    [InlineData(".webp")]
    public async Task Read_FindsXmp_InEveryFormat(string extension)
    {
        var xmp = MetadataBytes.Xmp(
            "<dc:title><rdf:Alt><rdf:li xml:lang='de'>Rot</rdf:li><rdf:li xml:lang='x-default'>Red</rdf:li></rdf:Alt></dc:title>"
            + "<dc:subject><rdf:Bag><rdf:li>shoe</rdf:li><rdf:li>a, b</rdf:li><rdf:li>shoe</rdf:li></rdf:Bag></dc:subject>"
            + "<dc:creator><rdf:Seq><rdf:li>Ann, Jr.</rdf:li><rdf:li>Bob</rdf:li></rdf:Seq></dc:creator>"
            + "<Iptc4xmpCore:CreatorContactInfo rdf:parseType='Resource'><Iptc4xmpCore:CiEmailWork>a@example.com</Iptc4xmpCore:CiEmailWork></Iptc4xmpCore:CreatorContactInfo>",
            "photoshop:Headline='Big' shop:sku='4711'");

        var found = await ReadAsync(MetadataBytes.Picture(extension, xmp));

        found.Keywords.Should().Equal("shoe", "a, b");
        found.Remarks.Should().BeEmpty();
        found.Fields.Should().Contain(new Dictionary<string, string>
        {
            ["dc:title"] = "Red",
            ["dc:creator"] = "Ann\\, Jr.,Bob",
            ["photoshop:Headline"] = "Big",
            ["shop:sku"] = "4711",
            ["Iptc4xmpCore:CreatorContactInfo/Iptc4xmpCore:CiEmailWork"] = "a@example.com",
        });
        found.Fields.Should().NotContainKey("dc:subject");
    }

    [Fact]
    public async Task Read_FindsIptc_AndMergesKeywordsWithXmp()
    {
        var xmp = MetadataBytes.Xmp("<dc:subject><rdf:Bag><rdf:li>one</rdf:li></rdf:Bag></dc:subject>", "photoshop:City='Rome'");
        var iptc = MetadataBytes.Iptc((25, "one"), (25, "zwölf"), (90, "Paris"), (120, "A caption"));

        var found = await ReadAsync(MetadataBytes.Picture(".jpg", xmp, MetadataBytes.Photoshop(1028, iptc)));

        found.Keywords.Should().Equal("one", "zwölf");
        found.Fields["photoshop:City"].Should().Be("Rome", "XMP counts before IPTC");
        found.Fields["dc:description"].Should().Be("A caption");
    }

    [Theory]
    [InlineData(".jpg")]
    [InlineData(".png")]
    public async Task Read_FindsExif(string extension)
    {
        var exif = MetadataBytes.Exif((0x010E, "A shoe"), (0x010F, "Maker"), (0x0132, "2024:02:03 04:05:06"), (0x8298, "(c) Me"));

        var found = await ReadAsync(MetadataBytes.Picture(extension, exif: exif));

        found.Fields.Should().Contain(new Dictionary<string, string>
        {
            ["dc:description"] = "A shoe", ["tiff:Make"] = "Maker", ["xmp:ModifyDate"] = "2024-02-03T04:05:06", ["dc:rights"] = "(c) Me",
        });
    }

    [Fact]
    public async Task Read_KeepsThePrefixesOfEachFile_WhateverFilesWereReadBefore()
    {
        var other = MetadataBytes.Picture(".jpg", Encoding.UTF8.GetBytes(
            "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
            + "<rdf:Description rdf:about='' xmlns:shop='http://example.org/other/' shop:sku='1'/></rdf:RDF></x:xmpmeta>"));

        (await ReadAsync(other)).Fields.Should().ContainKey("shop:sku");
        (await ReadAsync(MetadataBytes.Picture(".jpg", MetadataBytes.Xmp("", "shop:sku='2'")))).Fields["shop:sku"].Should().Be("2");
    }

    [Fact]
    public async Task Read_WarnsAndGoesOn_WhenXmpIsNoXml()
    {
        var exif = MetadataBytes.Exif((0x010E, "A shoe"));

        var found = await ReadAsync(MetadataBytes.Picture(".jpg", Encoding.UTF8.GetBytes("<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf"), exif: exif));

        found.Remarks.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Key = "Log.Metadata.Damaged", Arguments = new[] { "XMP" } });
        found.Fields["dc:description"].Should().Be("A shoe");
    }

    [Fact]
    public async Task Read_ReadsNothingFromOutside_WhenXmpNamesEntities()
    {
        var secret = Path.Combine(folder.FullName, "secret");
        await File.WriteAllTextAsync(secret, "secret");
        var packet = $"<!DOCTYPE x [<!ENTITY e SYSTEM 'file://{secret}'>]>" + Encoding.UTF8.GetString(MetadataBytes.Xmp("<shop:sku>&e;</shop:sku>"))[1..];

        var found = await ReadAsync(MetadataBytes.Picture(".jpg", Encoding.UTF8.GetBytes(packet[packet.IndexOf('<')..])));

        found.Fields.Should().BeEmpty();
        found.Remarks.Should().ContainSingle().Which.Key.Should().Be("Log.Metadata.Damaged");
    }

    [Theory]
    [InlineData(500)]
    [InlineData(50_000)]
    public async Task Read_LeavesOut_WhatIsNestedWithoutEnd(int levels)
    {
        var deep = string.Concat(Enumerable.Repeat("<shop:a rdf:parseType='Resource'>", levels)) + string.Concat(Enumerable.Repeat("</shop:a>", levels));

        var found = await ReadAsync(MetadataBytes.Picture(".png", MetadataBytes.Xmp(deep)));

        found.Remarks.Should().ContainSingle().Which.Key.Should().Be("Log.Metadata.TooMuch");
    }

    [Fact]
    public async Task Read_KeepsTheRest_WhenOnePropertyIsDeep()
    {
        const int Levels = 26;
        var deep = string.Concat(Enumerable.Repeat("<shop:a rdf:parseType='Resource'>", Levels)) + string.Concat(Enumerable.Repeat("</shop:a>", Levels));

        var found = await ReadAsync(MetadataBytes.Picture(".png", MetadataBytes.Xmp(deep + "<shop:sku>1</shop:sku>")));

        found.Fields.Should().Equal(new Dictionary<string, string> { ["shop:sku"] = "1" });
    }

    [Fact]
    public async Task Read_KeepsTheRest_WhenOnePropertyIsHuge()
    {
        var ancestors = string.Concat(Enumerable.Range(0, 30_000).Select(i => $"<rdf:li>{i}</rdf:li>"));
        var xmp = MetadataBytes.Xmp($"<photoshop:DocumentAncestors><rdf:Bag>{ancestors}</rdf:Bag></photoshop:DocumentAncestors>", "shop:sku='1'");

        var found = await ReadAsync(MetadataBytes.Picture(".png", xmp));

        found.Fields.Should().ContainSingle().Which.Key.Should().Be("shop:sku");
    }

    [Fact]
    public async Task Read_LeavesOut_WhatIsMoreThanARowShouldHold()
    {
        var attributes = string.Join(' ', Enumerable.Range(0, 500).Select(i => $"shop:f{i}='v'"));
        var keywords = string.Concat(Enumerable.Range(0, 1500).Select(i => $"<rdf:li>k{i}</rdf:li>"));

        var found = await ReadAsync(MetadataBytes.Picture(".png", MetadataBytes.Xmp($"<dc:subject><rdf:Bag>{keywords}</rdf:Bag></dc:subject>", attributes)));

        (found.Fields.Count, found.Keywords.Count).Should().Be((300, 1000));
        found.Remarks.Should().ContainSingle().Which.Key.Should().Be("Log.Metadata.TooMuch");
    }

    [Fact]
    public async Task Read_Survives_WhenExifPointsToItself()
    {
        var exif = MetadataBytes.Exif((0x010E, "A shoe"));
        // The first entry becomes a pointer to a directory, which is the one that it stands in.
        BitConverter.TryWriteBytes(exif.AsSpan(16), (ushort)0x8769);
        BitConverter.TryWriteBytes(exif.AsSpan(18), (ushort)4);
        BitConverter.TryWriteBytes(exif.AsSpan(20), 1);
        BitConverter.TryWriteBytes(exif.AsSpan(24), 8);

        var found = await ReadAsync(MetadataBytes.Picture(".png", exif: exif));

        found.Fields.Should().BeEmpty();
    }

    [Fact]
    public async Task Read_LeavesPostScriptAlone_WhenItIsHuge()
    {
        var path = Path.Combine(folder.FullName, "a.eps");
        await using (var file = File.Create(path))
        {
            file.Write("%!PS-Adobe-3.0"u8);
            file.SetLength(65L * 1024 * 1024);
        }

        var found = await reader.ReadAsync(path, AssetTypes.PostScript, MetadataMappings.None, folder.FullName, CancellationToken.None);

        found.Remarks.Should().ContainSingle().Which.Key.Should().Be("Log.Metadata.TooMuch");
    }

    [Fact]
    public async Task Read_Warns_WhenAJpegIsNothingButPhotoshopBlocks()
    {
        var path = Path.Combine(folder.FullName, "a.jpg");
        var segment = new byte[65_535];
        segment[0] = 0xFF;
        segment[1] = 0xED;
        segment[2] = 0xFF;
        segment[3] = 0xFD;
        "Photoshop 3.0\0"u8.CopyTo(segment.AsSpan(4));
        await using (var file = File.Create(path))
        {
            file.Write([0xFF, 0xD8]);
            for (var i = 0; i < 1100; i++)
                file.Write(segment);
        }

        var found = await reader.ReadAsync(path, AssetTypes.Image, MetadataMappings.None, folder.FullName, CancellationToken.None);

        found.Remarks.Should().Contain(r => r.Key == "Log.Metadata.Damaged");
    }

    [Fact]
    public async Task Read_RemovesControlCharacters()
    {
        var found = await ReadAsync(MetadataBytes.Picture(".jpg", photoshop: MetadataBytes.Photoshop(1028, MetadataBytes.Iptc((120, "a\u0001\u0000b\nc")))));

        found.Fields["dc:description"].Should().Be("ab\nc");
    }

    [ToolFact("pdfinfo", "gs")]
    public async Task Read_FindsXmpOfDocuments()
    {
        var path = Path.Combine(folder.FullName, "a.pdf");
        using var process = System.Diagnostics.Process.Start(
            "gs", ["-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", "-o", path, "-c", "[ /Title (A manual) /DOCINFO pdfmark showpage"]);
        await process.WaitForExitAsync();

        var found = await reader.ReadAsync(path, AssetTypes.Pdf, MetadataMappings.None, folder.FullName, CancellationToken.None);

        found.Fields["dc:title"].Should().Be("A manual");
    }

    private Task<EmbeddedMetadata> ReadAsync(byte[] content)
    {
        var path = Path.Combine(folder.FullName, Guid.NewGuid().ToString("N"));
        File.WriteAllBytes(path, content);
        return reader.ReadAsync(path, AssetTypes.Image, MetadataMappings.None, folder.FullName, CancellationToken.None);
    }
}
