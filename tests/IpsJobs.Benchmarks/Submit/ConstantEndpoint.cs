using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace IpsJobs.Benchmarks.Submit;

/// <summary>Reads the body and answers a constant: what HTTP alone costs.</summary>
internal sealed class ConstantEndpoint : IAsyncDisposable
{
    private static readonly byte[] Reply = new byte[420];
    private readonly WebApplication app;

    private ConstantEndpoint(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.First());

    public static async Task<ConstantEndpoint> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async context =>
        {
            await BodyDrain.ReadAsync(context.Request.BodyReader);
            context.Response.ContentLength = Reply.Length;
            await context.Response.Body.WriteAsync(Reply);
        });
        await app.StartAsync();
        return new ConstantEndpoint(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
