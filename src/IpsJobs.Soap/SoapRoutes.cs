using IpsJobs.Core.Configuration;
using IpsJobs.Soap.Endpoint;
using IpsJobs.Soap.Exports;
using IpsJobs.Soap.UploadFile;
using IpsJobs.Soap.Wsdl;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IpsJobs.Soap;

/// <summary>The addresses of the wire.</summary>
public static class SoapRoutes
{
    /// <summary>Maps the service, its WSDLs, the upload servlet and the downloads of exports below the configured web application name.</summary>
    public static IEndpointRouteBuilder MapIpsSoap(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        var soap = services.GetRequiredService<SoapEndpoint>();
        var wsdl = services.GetRequiredService<WsdlEndpoint>();
        var webApp = "/" + services.GetRequiredService<IOptions<ApiOptions>>().Value.WebApp;
        routes.Map(webApp + "/services/IpsApiService/{operation?}", context => DispatchAsync(context, soap, wsdl));
        var uploads = services.GetRequiredService<UploadFileEndpoint>();
        routes.Map(webApp + "/UploadFile", context => UploadAsync(context, uploads));
        var exports = services.GetRequiredService<ExportEndpoint>();
        routes.MapMethods(webApp + "/export/{token}", [HttpMethods.Get, HttpMethods.Head], exports.HandleAsync);
        foreach (var folder in (string[])["/webservice", ""])
        {
            MapFile(routes, $"{webApp}{folder}/IpsApi.wsdl", wsdl);
            MapFile(routes, $"{webApp}{folder}/IpsApi-{{version}}.wsdl", wsdl);
        }

        return routes;
    }

    private static void MapFile(IEndpointRouteBuilder routes, string pattern, WsdlEndpoint wsdl) =>
        routes.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], wsdl.HandleFileAsync);

    private static Task DispatchAsync(HttpContext context, SoapEndpoint soap, WsdlEndpoint wsdl)
    {
        var request = context.Request;
        if (HttpMethods.IsPost(request.Method))
            return soap.HandleAsync(context);
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            return WsdlEndpoint.IsAskedFor(request) ? wsdl.HandleQueryAsync(context) : ExplainAsync(context);
        context.Response.Headers.Allow = "GET, HEAD, POST";
        return ServicePage.SendAsync(context, StatusCodes.Status405MethodNotAllowed, "SOAP requests are sent with POST.");
    }

    private static Task UploadAsync(HttpContext context, UploadFileEndpoint uploads)
    {
        if (HttpMethods.IsPost(context.Request.Method))
            return uploads.HandleAsync(context);
        context.Response.Headers.Allow = "POST";
        return ServicePage.SendAsync(context, StatusCodes.Status405MethodNotAllowed, "Files are uploaded with POST, as multipart/form-data.");
    }

    private static Task ExplainAsync(HttpContext context) => ServicePage.SendAsync(
        context, StatusCodes.Status200OK, "This is a SOAP web service. Its WSDL is at this address with ?wsdl added.");
}
