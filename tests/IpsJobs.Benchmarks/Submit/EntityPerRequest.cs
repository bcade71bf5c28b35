using IpsJobs.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Benchmarks.Submit;

/// <summary>The plain way: one pooled context and one synced SaveChanges per request.</summary>
internal sealed class EntityPerRequest : IAsyncDisposable
{
    private static readonly byte[] Reply = new byte[420];
    private readonly WebApplication app;
    private readonly DirectoryInfo folder;

    private EntityPerRequest(WebApplication app, DirectoryInfo folder) => (this.app, this.folder) = (app, folder);

    public Uri Address => new(app.Urls.First());

    public static async Task<EntityPerRequest> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("ipsjobs-bench-ef-");
        var builder = WebBuilders.CreateLocal();
        builder.Services.AddPooledDbContextFactory<BenchContext>(options => options
            .UseSqlite($"Data Source={Path.Combine(folder.FullName, "bench.db")};Default Timeout=60"));
        var app = builder.Build();
        var factory = app.Services.GetRequiredService<IDbContextFactory<BenchContext>>();
        await using (var context = await factory.CreateDbContextAsync())
        {
            await context.Database.EnsureCreatedAsync();
            await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL");
        }

        app.Run(async http =>
        {
            await BodyDrain.ReadAsync(http.Request.BodyReader);
            await using var context = await factory.CreateDbContextAsync();
            context.Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;
            context.Jobs.Add(new BenchJob());
            await context.SaveChangesAsync();
            http.Response.ContentLength = Reply.Length;
            await http.Response.Body.WriteAsync(Reply);
        });
        await app.StartAsync();
        return new EntityPerRequest(app, folder);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
