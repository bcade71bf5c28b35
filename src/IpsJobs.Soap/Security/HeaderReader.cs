using System.Globalization;
using System.Xml;
using IpsJobs.Contracts;
using IpsJobs.Core.Faults;
using IpsJobs.Soap.Envelopes;

namespace IpsJobs.Soap.Security;

/// <summary>Reads the SOAP header: <c>authHeader</c>, and the two headers that carried the credentials before it.</summary>
/// <remarks>
/// The two known WSDLs bind authHeader in different namespaces and many clients build it by hand, so the base, a versioned
/// or no namespace will do, and its children may be qualified or not, in any order.
/// </remarks>
internal static class HeaderReader
{
    /// <summary>Reads from the header's start element to behind its end. What is given twice counts as first given.</summary>
    /// <exception cref="MustUnderstandException">A header that this server does not know insists on being understood.</exception>
    public static void Read(XmlReader xml, SoapVersion soap, RequestHeader header)
    {
        if (!xml.IsEmptyElement)
        {
            xml.Read();
            while (xml.MoveToContent() == XmlNodeType.Element)
                ReadEntry(xml, soap, header);
        }

        xml.Read();
    }

    /// <summary>Reads a document whose root is an <c>authHeader</c>.</summary>
    /// <exception cref="RuleViolationException">30003: it has another root.</exception>
    public static void ReadDocument(XmlReader xml, RequestHeader header)
    {
        var isOurs = xml.MoveToContent() == XmlNodeType.Element
            && xml.LocalName == "authHeader"
            && (xml.NamespaceURI.Length == 0 || ContractVersion.Find(xml.NamespaceURI) is not null);
        if (!isOurs)
            throw Violations.InvalidRequestXml("The auth part is no authHeader");
        ReadAuthHeader(xml, header);
        if (xml.MoveToContent() != XmlNodeType.None)
            throw Violations.InvalidRequestXml("Something follows the authHeader");
    }

    private static void ReadEntry(XmlReader xml, SoapVersion soap, RequestHeader header)
    {
        var isOurs = ContractVersion.Find(xml.NamespaceURI) is not null;
        switch (xml.LocalName)
        {
            case "authHeader" when isOurs || xml.NamespaceURI.Length == 0:
                ReadAuthHeader(xml, header);
                break;
            case "AuthUser":
                var user = BoundedXml.ReadText(xml);
                header.User ??= user;
                break;
            case "AuthPassword":
                var password = BoundedXml.ReadText(xml);
                header.Password ??= password;
                break;
            case var name when !isOurs && MustUnderstand(xml, soap):
                throw new MustUnderstandException(name);
            default:
                BoundedXml.Skip(xml);
                break;
        }
    }

    private static void ReadAuthHeader(XmlReader xml, RequestHeader header)
    {
        if (!xml.IsEmptyElement)
        {
            xml.Read();
            while (xml.MoveToContent() != XmlNodeType.EndElement)
                ReadField(xml, header);
        }

        xml.Read();
    }

    private static void ReadField(XmlReader xml, RequestHeader header)
    {
        if (xml.NodeType != XmlNodeType.Element)
        {
            // Text between the fields means nothing; at the end of the document the parser throws.
            xml.Read();
            return;
        }

        var name = xml.LocalName;
        var text = BoundedXml.ReadText(xml);
        switch (name)
        {
            case "user":
                header.User ??= text;
                break;
            case "password":
                header.Password ??= text;
                break;
            case "locale":
                header.Locale ??= text;
                break;
            case "gzipResponse":
                header.AllowsGzip = text.Trim() is not ("false" or "0");
                break;
            case "faultHttpStatusCode":
                header.FaultHttpStatusCode ??= Number(text);
                break;
        }
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool MustUnderstand(XmlReader xml, SoapVersion soap) =>
        xml.GetAttribute("mustUnderstand", soap.Namespace)?.Trim() is "1" or "true"
        && soap.IsForUs(xml.GetAttribute(soap.ActorAttribute, soap.Namespace)?.Trim() ?? "");
}
