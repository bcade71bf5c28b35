using System.Globalization;
using Microsoft.Extensions.Options;

namespace IpsJobs.Core.Configuration;

/// <summary>Addresses that people get from the server. What they lead to is served below the same paths.</summary>
public sealed class PublicLinks(IOptions<ServerOptions> server, IOptions<ApiOptions> api)
{
    /// <summary>The console's page of an instance; null when the server does not know its public address.</summary>
    public string? JobPage(long instanceId) => server.Value.PublicUrl.Length == 0
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{Root}/jobs/{instanceId}");

    /// <summary>The download of an export: absolute when the public address is known, otherwise a path.</summary>
    public string Export(string token) => $"{Root}/{api.Value.WebApp}/export/{Uri.EscapeDataString(token)}";

    private string Root => server.Value.PublicUrl.TrimEnd('/');
}
