using System.Text;
using System.Xml;
using System.Xml.Serialization;
using IpsJobs.Contracts;

namespace IpsJobs.Benchmarks.Codec;

/// <summary>The ways to read and to write one submission.</summary>
internal sealed class CodecCases
{
    public static readonly XmlWriterSettings Writing = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    private static readonly XmlReaderSettings Reading = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true,
    };

    private static readonly XmlSerializer Serializer = new(typeof(SubmitJobParam));

    private readonly SubmitJobParam param;
    private readonly List<(string? Element, string? Text)> nodes = [];

    public CodecCases(SubmitJobParam param)
    {
        this.param = param;
        Bytes = CodecDocuments.ToBytes(param);
        RecordNodes();
    }

    public byte[] Bytes { get; }

    private MemoryStream Output { get; } = new();

    /// <summary>The least that any reader on top of <see cref="XmlReader"/> costs.</summary>
    public void ReadNothing()
    {
        using var xml = Open();
        while (xml.Read())
        {
        }
    }

    public void ReadByCodec()
    {
        using var xml = Open();
        xml.MoveToContent();
        SubmitJobParam.Read(new ContractReader(xml, ContractVersion.Latest));
    }

    public void ReadBySerializer()
    {
        using var xml = Open();
        Serializer.Deserialize(xml);
    }

    /// <summary>The same elements and texts without any knowledge of types.</summary>
    public void WriteNothingButNodes()
    {
        using var xml = Create();
        foreach (var (element, text) in nodes)
        {
            if (element is not null)
                xml.WriteStartElement(element, ContractVersion.Latest.Namespace);
            else if (text is not null)
                xml.WriteString(text);
            else
                xml.WriteEndElement();
        }
    }

    public void WriteByCodec()
    {
        using var xml = Create();
        new ContractWriter(xml, ContractVersion.Latest, TimeZoneInfo.Utc).WriteMessage("submitJobParam", param);
    }

    public void WriteBySerializer()
    {
        using var xml = Create();
        Serializer.Serialize(xml, param);
    }

    private XmlReader Open() => XmlReader.Create(new MemoryStream(Bytes, writable: false), Reading);

    private XmlWriter Create()
    {
        Output.SetLength(0);
        return XmlWriter.Create(Output, Writing);
    }

    private void RecordNodes()
    {
        using var xml = Open();
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element)
                nodes.Add((xml.LocalName, null));
            else if (xml.NodeType == XmlNodeType.Text)
                nodes.Add((null, xml.Value));
            if (xml.NodeType == XmlNodeType.EndElement || (xml.NodeType == XmlNodeType.Element && xml.IsEmptyElement))
                nodes.Add((null, null));
        }
    }
}
