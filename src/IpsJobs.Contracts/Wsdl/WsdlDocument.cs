using System.Text;
using System.Xml;
using System.Xml.Linq;
using IpsJobs.Contracts.Generator.Model;

namespace IpsJobs.Contracts;

/// <summary>The WSDL of each version, derived from the one WSDL and the versions file.</summary>
public static class WsdlDocument
{
    private static readonly Lazy<VersionTable> Versions = new(() => VersionTable.Parse(ReadText(ContractResources.OpenVersions())));

    /// <summary>The WSDL of <paramref name="version"/> with <paramref name="serviceUrl"/> as the address of both ports.</summary>
    /// <remarks>Derived anew with every call, which takes milliseconds; the caller keeps what it serves often.</remarks>
    /// <param name="version">Whose operations and elements it has.</param>
    /// <param name="serviceUrl">Where the operations are called.</param>
    /// <param name="operations">Names of the operations that the server has, so that no client is generated for others; null means all.</param>
    public static string For(ContractVersion version, string serviceUrl, IReadOnlySet<string>? operations = null)
    {
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(serviceUrl);
        var document = XDocument.Parse(ReadText(ContractResources.OpenWsdl()));
        new WsdlDerivation(document.Root!, Versions.Value, version, operations).Apply(serviceUrl);

        // Comments before the root speak of the file in the repository.
        document.Nodes().OfType<XComment>().Remove();
        return ToText(document);
    }

    private static string ReadText(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string ToText(XDocument document)
    {
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var buffer = new MemoryStream();
        using (var writer = XmlWriter.Create(buffer, new XmlWriterSettings { Indent = true, Encoding = encoding, NewLineChars = "\n" }))
            document.Save(writer);
        return encoding.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
