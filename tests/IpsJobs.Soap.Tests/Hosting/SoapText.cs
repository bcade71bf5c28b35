using System.Net;

namespace IpsJobs.Soap.Tests.Hosting;

/// <summary>Writes requests.</summary>
internal static class SoapText
{
    public const string Soap11 = "http://schemas.xmlsoap.org/soap/envelope/";
    public const string Soap12 = "http://www.w3.org/2003/05/soap-envelope";

    /// <summary>A SOAP 1.1 envelope around children of a request element, e.g. <c>&lt;stopJobParam&gt;…</c>, whose namespace is filled in.</summary>
    public static string Envelope(
        string body, string version = "2014-04-03", string user = "user@example.com", string headerFields = "", string soap = Soap11) =>
        $"""
        <s:Envelope xmlns:s="{soap}"><s:Header>{AuthHeader(user, headerFields)}</s:Header><s:Body>{InNamespace(body, version)}</s:Body></s:Envelope>
        """;

    public static string AuthHeader(string user = "user@example.com", string fields = "") =>
        $"""<authHeader xmlns="{Namespace("")}"><user>{user}</user><password>{WebUtility.HtmlEncode(Fakes.Samples.Password)}</password>{fields}</authHeader>""";

    public static string Namespace(string version) => "http://www.scene7.com/IpsApi/xsd" + (version.Length == 0 ? "" : "/" + version);

    /// <summary>Adds the version's namespace to the first element of <paramref name="body"/>.</summary>
    public static string InNamespace(string body, string version)
    {
        var end = body.IndexOfAny(['>', '/', ' ']);
        return $"{body[..end]} xmlns=\"{Namespace(version)}\"{body[end..]}";
    }
}
