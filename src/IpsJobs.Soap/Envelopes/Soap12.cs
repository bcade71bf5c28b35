using System.Xml;
using IpsJobs.Soap.Faults;

namespace IpsJobs.Soap.Envelopes;

/// <summary>SOAP 1.2.</summary>
internal sealed class Soap12 : SoapVersion
{
    private const string Next = "http://www.w3.org/2003/05/soap-envelope/role/next";
    private const string UltimateReceiver = "http://www.w3.org/2003/05/soap-envelope/role/ultimateReceiver";

    public override string Namespace => "http://www.w3.org/2003/05/soap-envelope";

    public override string Prefix => "env";

    public override string ContentType => "application/soap+xml; charset=utf-8";

    public override string ActorAttribute => "role";

    public override bool IsForUs(string actor) => actor is "" or Next or UltimateReceiver;

    public override void WriteFault(XmlWriter xml, Fault fault)
    {
        xml.WriteStartElement(Prefix, "Fault", Namespace);
        xml.WriteStartElement(Prefix, "Code", Namespace);
        xml.WriteElementString(Prefix, "Value", Namespace, $"{Prefix}:{(fault.Detail is null ? "MustUnderstand" : "Receiver")}");
        xml.WriteEndElement();
        WriteReason(xml, fault.Text);
        if (fault.Detail is { } detail)
        {
            xml.WriteStartElement(Prefix, "Detail", Namespace);
            detail.WriteTo(xml);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    // The text is a name, whatever the language of the reason in the detail.
    private void WriteReason(XmlWriter xml, string text)
    {
        xml.WriteStartElement(Prefix, "Reason", Namespace);
        xml.WriteStartElement(Prefix, "Text", Namespace);
        xml.WriteAttributeString("xml", "lang", null, "en");
        xml.WriteString(text);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
