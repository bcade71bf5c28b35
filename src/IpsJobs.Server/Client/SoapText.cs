using System.Text;
using System.Xml;
using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;

namespace IpsJobs.Server.Client;

/// <summary>Writes SOAP 1.1 envelopes.</summary>
internal static class SoapText
{
    private const string Soap = "http://schemas.xmlsoap.org/soap/envelope/";

    /// <summary>An envelope with credentials around a message.</summary>
    public static string Envelope(Credentials credentials, ContractVersion version, Action<XmlWriter> writeBody, string? locale)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("soapenv", "Envelope", Soap);
            xml.WriteStartElement("soapenv", "Header", Soap);
            WriteHeader(xml, credentials, version, locale);
            xml.WriteEndElement();
            xml.WriteStartElement("soapenv", "Body", Soap);
            writeBody(xml);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return text.ToString();
    }

    private static void WriteHeader(XmlWriter xml, Credentials credentials, ContractVersion version, string? locale)
    {
        xml.WriteStartElement("authHeader", version.Namespace);
        xml.WriteElementString("user", version.Namespace, credentials.Email);
        xml.WriteElementString("password", version.Namespace, credentials.Password);
        if (locale is not null)
            xml.WriteElementString("locale", version.Namespace, locale);
        xml.WriteElementString("appName", version.Namespace, "IpsJobs");
        xml.WriteElementString("appVersion", version.Namespace, "1.0");
        xml.WriteEndElement();
    }
}
