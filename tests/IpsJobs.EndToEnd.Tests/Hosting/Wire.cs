using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;

namespace IpsJobs.EndToEnd.Tests.Hosting;

/// <summary>Posts envelopes as a client would that writes them by hand.</summary>
internal static class Wire
{
    public const string Base = "http://www.scene7.com/IpsApi/xsd";
    public const string Latest = Base + "/2014-04-03";

    public static string Envelope(string body, string email = RunningServer.Email, string password = RunningServer.Password) => $"""
        <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Header>
        <authHeader xmlns="{Base}"><user>{email}</user><password>{password}</password></authHeader>
        </soapenv:Header><soapenv:Body>{body}</soapenv:Body></soapenv:Envelope>
        """;

    public static Task<SoapAnswer> PostAsync(this RunningServer server, string envelope) =>
        server.PostAsync(Encoding.UTF8.GetBytes(envelope));

    public static async Task<SoapAnswer> PostAsync(this RunningServer server, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/xml", "utf-8");
        using var response = await server.Http.PostAsync(server.Service, content);
        return new SoapAnswer(response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
