using IpsJobs.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IpsJobs.EndToEnd.Tests.Interop;

/// <summary>Serves one picture for upload jobs to fetch.</summary>
/// <remarks>It takes its time over every answer, so that a client sees the job at work before it ends.</remarks>
public sealed class PictureServer : IAsyncLifetime
{
    // 16 x 16 pixels of a colour gradient.
    private static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAABlklEQVR42g3LQQEAIQgAQSMYwQhGMAIRiMBzn0YwghGIQAQiEMEId/Of1hq9MR" +
        "qzsRrS0IY1duM0bsMb0chGNV6jtU7vjM7srI50tGOd3Tmd2/FOdLJTndf/MOiDMZiDNZCBDmywB2dwBz6IQQ5q8MYfJn0yJnOyJjLRiU325Ezu" +
        "xCcxyUlN3vzDoi/GYi7WQha6sMVenMVd+CIWuajFW38QujCEKSxBBBVM2MIRruBCCCmU8OQPSleGMpWliKKKKVs5ylVcCSWVUp7+wejGMKaxDD" +
        "HUMGMbx7iGG2GkUcazP2z6ZmzmZm1koxvb7M3Z3I1vYpOb2rz9h0M/jMM8rIMc9GCHfTiHe/BDHPJQh3f+cOmXcZmXdZGLXuyyL+dyL36JS17q" +
        "8u4fnO4MZzrLEUcdc7ZznOu4E0465Tz/Q9CDEcxgBRJoYMEOTnADDyLIoIIXf0h6MpKZrEQSTSzZyUlu4kkkmVTy8g9FL0Yxi1VIoYUVuzjFLb" +
        "yIIosqXv3h0R/jMR/rIQ992GM/zuM+/BGPfNTjPT5PTmgQ3NHrsgAAAABJRU5ErkJggg==");

    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(1.5);
    private WebApplication? app;

    public Uri Picture { get; private set; } = new("http://127.0.0.1/");

    public async Task InitializeAsync()
    {
        app = WebBuilders.CreateLocal().Build();
        app.MapGet("/gradient.png", async (CancellationToken cancellationToken) =>
        {
            await Task.Delay(Hold, TimeProvider.System, cancellationToken);
            return Results.Bytes(Png, "image/png");
        });
        await app.StartAsync();
        Picture = new Uri(new Uri(app.Urls.First()), "/gradient.png");
    }

    public async Task DisposeAsync()
    {
        await app!.StopAsync();
        await app.DisposeAsync();
    }
}
