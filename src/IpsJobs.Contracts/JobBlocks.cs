using System.Text;
using System.Xml;

namespace IpsJobs.Contracts;

/// <summary>The job blocks of submissions and jobs, and their stored form.</summary>
public static partial class JobBlocks
{
    private static readonly XmlWriterSettings StorageSettings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        OmitXmlDeclaration = true,
        // A carriage return in a value would otherwise come back as a line feed.
        NewLineHandling = NewLineHandling.Entitize,
    };

    private static readonly XmlReaderSettings StorageReading = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
    };

    /// <summary>The block as UTF-8 XML for storage: the elements of all versions, absent ones left out.</summary>
    public static byte[] Serialize(JobBlock block)
    {
        ArgumentNullException.ThrowIfNull(block);
        var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, StorageSettings))
            ContractWriter.ForStorage(xml).WriteMessage(block.ElementName, block.Block);
        return buffer.ToArray();
    }

    /// <summary>Reads what <see cref="Serialize"/> wrote.</summary>
    /// <exception cref="ContractFormatException">The root element is not a job block, or its content is not of its type.</exception>
    /// <exception cref="XmlException">The bytes are not well-formed XML.</exception>
    public static JobBlock Deserialize(byte[] xml)
    {
        using var reader = XmlReader.Create(new MemoryStream(xml, writable: false), StorageReading);
        reader.MoveToContent();
        var name = reader.LocalName;
        var block = Read(name, new ContractReader(reader, ContractVersion.Latest));
        return new JobBlock(name, block ?? throw ContractFormatException.Unknown(name, "submitJobParam"));
    }

    /// <inheritdoc cref="Deserialize(byte[])"/>
    public static JobBlock Deserialize(ReadOnlySpan<byte> xml) => Deserialize(xml.ToArray());
}
