using IpsJobs.Core.Configuration;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace IpsJobs.Soap.Wsdl;

/// <summary>The address that a WSDL names: clients call it unless they are told otherwise, so it is the one the caller came by.</summary>
internal sealed class ServiceAddress(IOptions<ApiOptions> options)
{
    private const string Parameter = "serviceUrl";

    /// <summary>The address to name; null when the request asks for one that is not an absolute http or https URL.</summary>
    /// <remarks>A proxy's <c>X-Forwarded-Proto</c> and <c>X-Forwarded-Host</c> count before the connection's own values.</remarks>
    public string? Find(HttpRequest request) =>
        request.Query[Parameter].ToString() is { Length: > 0 } wanted ? Checked(wanted) : Own(request);

    private string Own(HttpRequest request)
    {
        var path = $"{request.PathBase}/{options.Value.WebApp}/services/IpsApiService";
        var scheme = First(request, "X-Forwarded-Proto") ?? request.Scheme;
        var host = First(request, "X-Forwarded-Host") ?? request.Host.Value;
        return Checked($"{scheme}://{host}{path}") ?? $"{request.Scheme}://{request.Host.Value}{path}";
    }

    private static string? Checked(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var parsed) && (parsed.Scheme == Uri.UriSchemeHttp || parsed.Scheme == Uri.UriSchemeHttps)
            ? url
            : null;

    // Every proxy on the way adds its value at the end; the first is what the client used.
    private static string? First(HttpRequest request, string header) =>
        request.Headers[header].ToString().Split(',')[0].Trim() is { Length: > 0 } value ? value : null;
}
