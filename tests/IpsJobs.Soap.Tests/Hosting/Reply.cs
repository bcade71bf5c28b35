using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;

namespace IpsJobs.Soap.Tests.Hosting;

/// <summary>A reply as it came.</summary>
internal sealed record Reply(HttpStatusCode Status, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders, byte[] Bytes)
{
    public static readonly XNamespace Base = "http://www.scene7.com/IpsApi/xsd";

    public string Text => Encoding.UTF8.GetString(Bytes);

    public XElement Envelope => XDocument.Parse(Text).Root!;

    /// <summary>The only child of the body.</summary>
    public XElement Body => Envelope.Elements().Single(e => e.Name.LocalName == "Body").Elements().Single();

    /// <summary>Code of the fault; null when the reply is none.</summary>
    public int? FaultCode => (int?)Body.Descendants(Base + "code").SingleOrDefault();

    public string? FaultReason => (string?)Body.Descendants(Base + "reason").SingleOrDefault();

    public string? ContentType => ContentHeaders.ContentType?.ToString();
}
