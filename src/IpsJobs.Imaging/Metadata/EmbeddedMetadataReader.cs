using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Imaging.Tools;
using MetadataExtractor.IO;
using Microsoft.Extensions.Options;

namespace IpsJobs.Imaging.Metadata;

/// <summary>Finds metadata with libvips and poppler, and reads them with the libraries of each form.</summary>
/// <remarks>Where several forms tell the same, XMP counts before IPTC and IPTC before EXIF; keywords of all are taken together.</remarks>
public sealed class EmbeddedMetadataReader(ImageSlots slots, ToolRunner tools, MetadataMapper mapper, IOptions<ToolOptions> options)
    : IMetadataReader
{
    private const int MaxExif = 1024 * 1024;

    // PostScript is looked through line by line, and a file may be a single line.
    private const long MaxPostScript = 64 * 1024 * 1024;

    private static readonly byte[][] TiffMarks = [[.. "II*\0"u8], [.. "MM\0*"u8]];

    /// <inheritdoc/>
    public async Task<EmbeddedMetadata> ReadAsync(
        string path, string assetType, MetadataMappings mappings, string scratch, CancellationToken cancellationToken)
    {
        var fields = new MetadataFields();
        if (assetType is AssetTypes.Pdf or AssetTypes.Illustrator)
            await AddXmpAsync(await FindPacketAsync(path, scratch, fields, cancellationToken), mappings, scratch, fields, cancellationToken);
        if (assetType is AssetTypes.Image or AssetTypes.PsdTemplate or AssetTypes.AnimatedGif or AssetTypes.PostScript)
            await ReadPictureAsync(path, assetType, mappings, scratch, fields, cancellationToken);
        return fields.Result;
    }

    // A picture that cannot be opened at all has its own row; there is nothing to add to it.
    private async Task ReadPictureAsync(
        string path, string assetType, MetadataMappings mappings, string scratch, MetadataFields fields, CancellationToken cancellationToken)
    {
        if (assetType == AssetTypes.PostScript && new FileInfo(path).Length > MaxPostScript)
        {
            fields.NoteCut();
            return;
        }
        try
        {
            var others = new MetadataFields();
            var xmp = await slots.RunAsync(_ => Read(path, others), cancellationToken);
            await AddXmpAsync(xmp, mappings, scratch, fields, cancellationToken);
            await AddOthersAsync(others, mappings, scratch, fields, cancellationToken);
        }
        catch (ImageUnreadableException)
        {
            fields.NoteDamage(XmpFields.Form);
        }
    }

    private async Task AddXmpAsync(
        byte[]? packet, MetadataMappings mappings, string scratch, MetadataFields fields, CancellationToken cancellationToken)
    {
        if (packet is null)
            return;
        if (mappings.XmpSheet is { } sheet
            && XmpPacket.FindOrNull(packet) is { } document
            && await mapper.MapAsync(document, sheet, scratch, fields, cancellationToken) is { } mapped)
        {
            fields.Add(mapped);
        }
        else
        {
            XmpFields.Read(packet, fields);
        }
    }

    private async Task AddOthersAsync(
        MetadataFields others, MetadataMappings mappings, string scratch, MetadataFields fields, CancellationToken cancellationToken)
    {
        if (mappings.IptcExifSheet is { } sheet
            && others.Result is var found
            && found.Fields.Count + found.Keywords.Count > 0
            && await mapper.MapAsync(XmpWriter.Write(found), sheet, scratch, fields, cancellationToken) is { } mapped)
        {
            mapped.AddRemarks(others);
            others = mapped;
        }
        fields.Add(others);
    }

    /// <returns>The XMP packet, which may be foreign to every limit; null when there is none.</returns>
    private static byte[]? Read(string path, MetadataFields fields)
    {
        var blocks = MetadataBlocks.Of(path, () => fields.NoteDamage(IptcFields.Form));
        if (blocks.Iptc is { } iptc)
            IptcFields.Read(iptc, fields);
        if (blocks.Exif is { Length: > MaxExif })
            fields.NoteCut();
        else if (blocks.Exif is { } exif)
            ExifFields.Read(new ByteArrayReader(exif), fields);
        else
            ReadTiff(path, fields);
        return blocks.Xmp;
    }

    private static void ReadTiff(string path, MetadataFields fields)
    {
        using var file = File.OpenRead(path);
        var start = new byte[TiffMarks[0].Length];
        if (file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < start.Length || !TiffMarks.Any(start.SequenceEqual))
            return;
        file.Position = 0;
        ExifFields.Read(new IndexedSeekingReader(file), fields);
    }

    private async Task<byte[]?> FindPacketAsync(string path, string scratch, MetadataFields fields, CancellationToken cancellationToken)
    {
        try
        {
            var run = new ToolRun("pdfinfo", ["-meta", path], scratch, options.Value.Timeout) { MaxStandardOutput = XmpPacket.MaxBytes };
            var result = await tools.RunAsync(run, cancellationToken);
            if (result.TimedOut)
                fields.NoteCut();
            return result.Succeeded && result.Output.Length > 0 ? result.Output : null;
        }
        catch (ToolMissingException)
        {
            // Whatever else is asked for a document names the missing program; without that, nothing was asked for.
            return null;
        }
    }
}
