using System.Text;
using IpsJobs.Contracts;
using IpsJobs.Soap.Endpoint;
using IpsJobs.Soap.Envelopes;
using Microsoft.AspNetCore.Http;

namespace IpsJobs.Soap.Wsdl;

/// <summary>Serves the WSDLs.</summary>
internal sealed class WsdlEndpoint(WsdlTexts texts, ServiceAddress address)
{
    private const string QueryKey = "wsdl";

    public static bool IsAskedFor(HttpRequest request) => request.Query.ContainsKey(QueryKey);

    /// <summary>Answers <c>?wsdl</c> with the latest version, <c>?wsdl=2013-02-15</c> with that one.</summary>
    public Task HandleQueryAsync(HttpContext context) =>
        SendAsync(context, context.Request.Query[QueryKey].ToString() is { Length: > 0 } name ? name : ContractVersion.Latest.Name);

    /// <summary>Answers <c>IpsApi.wsdl</c> and <c>IpsApi-{version}.wsdl</c>.</summary>
    public Task HandleFileAsync(HttpContext context) =>
        SendAsync(context, context.Request.RouteValues["version"] as string ?? ContractVersion.Unversioned.Name);

    private async Task SendAsync(HttpContext context, string versionName)
    {
        if (WsdlTexts.FindVersion(versionName) is not { } version)
        {
            await ServicePage.SendAsync(context, StatusCodes.Status404NotFound, "There is no WSDL of that version.");
            return;
        }

        if (address.Find(context.Request) is not { } url)
        {
            await ServicePage.SendAsync(context, StatusCodes.Status400BadRequest, "serviceUrl must be an absolute http or https URL.");
            return;
        }

        using var content = new PooledBuffer();
        content.Write(Encoding.UTF8.GetBytes(texts.Get(version, url)));
        await HttpReply.SendAsync(context, "text/xml; charset=utf-8", content, allowGzip: true);
    }
}
