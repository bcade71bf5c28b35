using IpsJobs.Core.Configuration;
using Microsoft.Extensions.Options;

namespace IpsJobs.Server.Commands;

/// <summary>Where a started server is reached.</summary>
internal static class ServerAddress
{
    public static Uri Of(WebApplication app)
    {
        var webApp = app.Services.GetRequiredService<IOptions<ApiOptions>>().Value.WebApp;
        return new Uri(new Uri(app.Urls.First()), $"/{webApp}/services/IpsApiService");
    }
}
