using System.Xml;
using IpsJobs.Core.Faults;
using IpsJobs.Soap.Security;

namespace IpsJobs.Soap.Envelopes;

/// <summary>Takes an envelope apart, by namespace and local name: some clients use two prefixes for one namespace.</summary>
internal static class EnvelopeReader
{
    /// <summary>Reads the start of the envelope.</summary>
    /// <exception cref="RuleViolationException">30003: the root is no envelope of a known SOAP version.</exception>
    public static SoapVersion ReadStart(XmlReader xml)
    {
        if (xml.MoveToContent() != XmlNodeType.Element || xml.LocalName != "Envelope")
            throw Violations.InvalidRequestXml("The root element is not a SOAP envelope");
        var version = SoapVersion.Find(xml.NamespaceURI)
            ?? throw Violations.InvalidRequestXml("The envelope is neither SOAP 1.1 nor SOAP 1.2");
        if (xml.IsEmptyElement)
            throw Violations.InvalidRequestXml("The envelope has no body");
        xml.Read();
        return version;
    }

    /// <summary>Reads the header if there is one, and moves to the request inside the body.</summary>
    /// <exception cref="RuleViolationException">30003: no body, or nothing in it.</exception>
    /// <exception cref="MustUnderstandException">A header that this server does not know insists on being understood.</exception>
    public static void MoveToRequest(XmlReader xml, SoapVersion version, RequestHeader header)
    {
        if (IsAt(xml, version, "Header"))
            HeaderReader.Read(xml, version, header);
        if (!IsAt(xml, version, "Body"))
            throw Violations.InvalidRequestXml("The envelope has no body where the body belongs");
        if (xml.IsEmptyElement)
            throw Violations.InvalidRequestXml("The body is empty");
        xml.Read();
        if (xml.MoveToContent() != XmlNodeType.Element)
            throw Violations.InvalidRequestXml("The body holds no request");
    }

    /// <summary>Reads what follows the request: only ends of elements may come.</summary>
    /// <exception cref="RuleViolationException">30003: something else comes.</exception>
    public static void ReadEnd(XmlReader xml)
    {
        while (xml.MoveToContent() != XmlNodeType.None)
        {
            if (xml.NodeType != XmlNodeType.EndElement)
                throw Violations.InvalidRequestXml("Something follows the request in the envelope");
            xml.Read();
        }
    }

    private static bool IsAt(XmlReader xml, SoapVersion version, string name) =>
        xml.MoveToContent() == XmlNodeType.Element && xml.LocalName == name && xml.NamespaceURI == version.Namespace;
}
