using System.Text;
using System.Xml;

namespace IpsJobs.Contracts.Tests.Support;

/// <summary>Writes and reads messages the way the server does.</summary>
internal static class Documents
{
    public const string V2014 = "http://www.scene7.com/IpsApi/xsd/2014-04-03";

    private static readonly XmlWriterSettings Writing = new()
    {
        OmitXmlDeclaration = true,
        NewLineHandling = NewLineHandling.Entitize,
    };

    public static XmlReader Reader(string xml)
    {
        var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        reader.MoveToContent();
        return reader;
    }

    public static T Read<T>(string xml, Func<ContractReader, T> read, ContractVersion? version = null, bool strict = false)
    {
        using var reader = Reader(xml);
        return read(new ContractReader(reader, version ?? ContractVersion.Latest, strict));
    }

    public static string Write(
        string elementName, IContractType message, ContractVersion? version = null, TimeZoneInfo? zone = null)
    {
        return Text(writer => new ContractWriter(writer, version ?? ContractVersion.Latest, zone ?? TimeZoneInfo.Utc)
            .WriteMessage(elementName, message));
    }

    public static string Text(Action<XmlWriter> write)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, Writing))
            write(writer);
        return text.ToString();
    }

    /// <summary>A submitJobParam of 2014 with this content.</summary>
    public static string Submission(string content) => $"<submitJobParam xmlns=\"{V2014}\">{content}</submitJobParam>";
}
