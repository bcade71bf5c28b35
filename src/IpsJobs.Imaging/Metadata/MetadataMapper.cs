using System.Xml;
using System.Xml.Linq;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Messages;
using IpsJobs.Imaging.Tools;

namespace IpsJobs.Imaging.Metadata;

/// <summary>Runs the style sheet of a company on the metadata of a file, in a process of its own: it is a program that somebody has uploaded.</summary>
/// <param name="tools">Runs the processor within limits.</param>
/// <param name="program">The processor.</param>
public sealed class MetadataMapper(ToolRunner tools, string program = MetadataMapper.Processor)
{
    private const string Processor = "xsltproc";
    private const string MaxDepth = "1000";

    // It runs once for every file of a job: one that takes longer is broken.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>The fields that the style sheet makes of a packet.</summary>
    /// <returns>Null where it could not be applied; the reason is noted in <paramref name="fields"/>.</returns>
    internal async Task<MetadataFields?> MapAsync(
        XDocument packet, string sheetPath, string scratch, MetadataFields fields, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(sheetPath);
        try
        {
            var result = await RunAsync(packet, StyleSheet.Load(sheetPath), scratch, cancellationToken);
            if (result.Succeeded && FieldsOf(result.Output) is { } mapped)
                return mapped;
            fields.Note(new LocalizedMessage("Log.Metadata.MappingFailed", name));
        }
        catch (StyleSheetException refused)
        {
            fields.Note(new LocalizedMessage("Log.Metadata.MappingRefused", name, refused.Cause));
        }
        catch (ToolMissingException missing)
        {
            fields.Note(new LocalizedMessage("Log.Metadata.MappingToolMissing", missing.Tool));
        }
        return null;
    }

    private static MetadataFields? FieldsOf(byte[] packet)
    {
        var mapped = new MetadataFields();
        // A style sheet may well leave nothing.
        if (!packet.AsSpan().Trim(" \r\n\t"u8).IsEmpty)
            XmpFields.Read(packet, mapped);
        return mapped.Result.Remarks.Count == 0 ? mapped : null;
    }

    private async Task<ToolResult> RunAsync(XDocument packet, XDocument sheet, string scratch, CancellationToken cancellationToken)
    {
        var place = Directory.CreateDirectory(Path.Combine(scratch, Guid.NewGuid().ToString("N")));
        try
        {
            var (sheetFile, packetFile) = (Path.Combine(place.FullName, "sheet.xsl"), Path.Combine(place.FullName, "packet.xml"));
            Save(sheet, sheetFile);
            Save(packet, packetFile);
            string[] arguments = ["--nonet", "--nowrite", "--nomkdir", "--novalid", "--maxdepth", MaxDepth, sheetFile, packetFile];
            var run = new ToolRun(program, arguments, place.FullName, Timeout) { MaxStandardOutput = XmpPacket.MaxBytes };
            return await tools.RunAsync(run, cancellationToken);
        }
        finally
        {
            place.Delete(recursive: true);
        }
    }

    private static void Save(XDocument document, string path)
    {
        using var writer = XmlWriter.Create(path, new XmlWriterSettings { Indent = false });
        document.Save(writer);
    }
}
