using System.Globalization;
using System.Net;
using System.Xml.Linq;

namespace IpsJobs.EndToEnd.Tests.Hosting;

/// <summary>An answer of the service.</summary>
internal sealed record SoapAnswer(HttpStatusCode Status, string Text)
{
    /// <summary>The element in the body.</summary>
    public XElement Body => XDocument.Parse(Text).Root!.Elements().Single(e => e.Name.LocalName == "Body").Elements().Single();

    /// <summary>Code of a fault; 0 when the answer is none.</summary>
    public int Code => int.Parse(Find("code") ?? "0", CultureInfo.InvariantCulture);

    public string Reason => Find("reason") ?? "";

    private string? Find(string name) => Body.Descendants().FirstOrDefault(e => e.Name == XName.Get(name, Wire.Base))?.Value;
}
