using System.Xml;
using IpsJobs.Soap.Faults;

namespace IpsJobs.Soap.Envelopes;

/// <summary>SOAP 1.1.</summary>
internal sealed class Soap11 : SoapVersion
{
    private const string Next = "http://schemas.xmlsoap.org/soap/actor/next";

    public override string Namespace => "http://schemas.xmlsoap.org/soap/envelope/";

    public override string Prefix => "soapenv";

    public override string ContentType => "text/xml; charset=utf-8";

    public override string ActorAttribute => "actor";

    public override bool IsForUs(string actor) => actor is "" or Next;

    public override void WriteFault(XmlWriter xml, Fault fault)
    {
        xml.WriteStartElement(Prefix, "Fault", Namespace);
        xml.WriteElementString("faultcode", $"{Prefix}:{(fault.Detail is null ? "MustUnderstand" : "Server")}");
        xml.WriteElementString("faultstring", fault.Text);
        if (fault.Detail is { } detail)
        {
            xml.WriteStartElement("detail");
            detail.WriteTo(xml);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
