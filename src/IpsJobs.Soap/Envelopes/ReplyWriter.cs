using System.Text;
using System.Xml;
using IpsJobs.Contracts;
using IpsJobs.Core.Configuration;
using IpsJobs.Soap.Faults;

namespace IpsJobs.Soap.Envelopes;

/// <summary>Writes whole replies to pooled memory, so that a fault is never half a reply.</summary>
internal sealed class ReplyWriter(ServerClock clock)
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        CloseOutput = false,
    };

    /// <summary>The reply in the envelope of the request's SOAP version and the namespace of its API version.</summary>
    public PooledBuffer Write(SoapVersion soap, ContractVersion version, string element, IContractType reply) =>
        Write(soap, xml => new ContractWriter(xml, version, clock.Zone).WriteMessage(element, reply));

    /// <summary>The reply without an envelope, as the upload servlet answers.</summary>
    public PooledBuffer WriteBare(ContractVersion version, string element, IContractType reply) =>
        Write(xml => new ContractWriter(xml, version, clock.Zone).WriteMessage(element, reply));

    public static PooledBuffer WriteFault(SoapVersion soap, Fault fault) => Write(soap, xml => soap.WriteFault(xml, fault));

    /// <summary>The fault's detail element without an envelope.</summary>
    public static PooledBuffer WriteBareFault(FaultDetail fault) => Write(fault.WriteTo);

    private static PooledBuffer Write(SoapVersion soap, Action<XmlWriter> writeBody) => Write(xml =>
    {
        xml.WriteStartElement(soap.Prefix, "Envelope", soap.Namespace);
        xml.WriteStartElement(soap.Prefix, "Body", soap.Namespace);
        writeBody(xml);
        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    private static PooledBuffer Write(Action<XmlWriter> write)
    {
        var buffer = new PooledBuffer();
        try
        {
            using var xml = XmlWriter.Create(buffer, Settings);
            write(xml);
        }
        catch
        {
            buffer.Dispose();
            throw;
        }

        return buffer;
    }
}
