using IpsJobs.Server.Hosting;
using Microsoft.AspNetCore.Builder;

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
        var app = WebBuilders.CreateLocal().Build();
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
