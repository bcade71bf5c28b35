using IpsJobs.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.FileProviders;

namespace IpsJobs.EndToEnd.Tests.Publishing;

/// <summary>A plain web server on a published tree, which knows nothing of us.</summary>
internal sealed class StaticSite : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient http = new();

    private StaticSite(WebApplication app) => this.app = app;

    public static async Task<StaticSite> StartAsync(string folder)
    {
        var app = WebBuilders.CreateLocal().Build();
        app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(folder), ServeUnknownFileTypes = true });
        await app.StartAsync();
        return new StaticSite(app);
    }

    /// <summary>A file by its path below the tree, unescaped.</summary>
    public async Task<byte[]> GetAsync(string path)
    {
        var address = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        return await http.GetByteArrayAsync(new Uri(new Uri(app.Urls.First()), address));
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }
}
