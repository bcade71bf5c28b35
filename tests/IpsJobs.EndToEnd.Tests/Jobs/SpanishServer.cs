using IpsJobs.EndToEnd.Tests.Hosting;

namespace IpsJobs.EndToEnd.Tests.Jobs;

/// <summary>A server whose default is not English, so that a test can tell the server's language from the last resort.</summary>
public sealed class SpanishServer : IAsyncLifetime
{
    internal RunningServer Server { get; } = new(new Dictionary<string, string?> { ["Server:DefaultLocale"] = "es" });

    public Task InitializeAsync() => Server.InitializeAsync();

    public Task DisposeAsync() => Server.DisposeAsync();
}
