using System.Globalization;
using System.Net;
using System.Xml.Linq;

namespace IpsJobs.EndToEnd.Tests.Uploads;

/// <summary>An answer of the upload servlet: bare XML.</summary>
internal sealed record UploadAnswer(HttpStatusCode Status, string? ContentType, string Text)
{
    public XElement Root => XDocument.Parse(Text).Root!;

    /// <summary>Handle of the session.</summary>
    public string Handle => Root.Elements().Single(e => e.Name.LocalName == "jobHandle").Value;

    /// <summary>Code of a fault; 0 when the answer is none.</summary>
    public int Code =>
        int.Parse(Root.Elements().FirstOrDefault(e => e.Name.LocalName == "code")?.Value ?? "0", CultureInfo.InvariantCulture);
}
