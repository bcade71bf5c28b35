using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using IpsJobs.Benchmarks.Load;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.ImageServingPublish;
using IpsJobs.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Benchmarks.Dispatch;

/// <summary>The whole server with publishes that do nothing, and enough companies that no lane is ever taken.</summary>
internal sealed class DispatchServer : IDispatchSubject, IAsyncDisposable
{
    private const string Base = "http://www.scene7.com/IpsApi/xsd";
    private const int Companies = 64;
    private readonly WebApplication app;
    private readonly DirectoryInfo folder;
    private readonly Uri address;
    private readonly FirstLines lines;
    private readonly ConcurrentBag<HttpConnection> idle = [];
    private long number;

    private DispatchServer(WebApplication app, DirectoryInfo folder, FirstLines lines)
    {
        this.app = app;
        this.folder = folder;
        this.lines = lines;
        address = new Uri(new Uri(app.Urls.First()), "/scene7/services/IpsApiService");
    }

    public static async Task<DispatchServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("ipsjobs-bench-");
        var lines = new FirstLines();
        var app = ServerHost.Build(new ServeSettings(folder.FullName)
        {
            Urls = "http://127.0.0.1:0", Quiet = true, Replace = services => ReplacePublish(services, lines),
        });
        await app.StartAsync();
        var administration = app.Services.GetRequiredService<IAccountAdministration>();
        for (var id = 1; id <= Companies; id++)
            await administration.AddCompanyAsync($"Bench {id}", rootPath: null, id, CancellationToken.None);
        await administration.AddUserAsync(
            new User { UserId = 0, Email = "bench@example.com", FirstName = "B", LastName = "B", PasswordHash = PasswordHash.Create("secret") },
            [.. Enumerable.Range(1, Companies).Select(id => new Membership(id, UserRoles.IpsUser, IsActive: true))],
            CancellationToken.None);
        return new DispatchServer(app, folder, lines);
    }

    public async Task<double> StartOneAsync()
    {
        var id = Interlocked.Increment(ref number);
        var job = id.ToString(CultureInfo.InvariantCulture);
        var connection = idle.TryTake(out var kept) ? kept : await HttpConnection.OpenAsync(address);
        var status = await connection.SendAsync(Request(job, (int)(id % Companies) + 1));
        var answered = Stopwatch.GetTimestamp();
        idle.Add(connection);
        if (status != 200)
            throw new IOException($"submitJob was answered HTTP {status}");
        var began = await lines.WaitAsync(job);
        lines.Forget(job);
        return (began - answered) * 1000.0 / Stopwatch.Frequency;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in idle)
            connection.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static void ReplacePublish(IServiceCollection services, FirstLines lines)
    {
        var publish = services.Single(s => (s.ImplementationInstance as JobTypeRegistration)?.Info.Name == JobTypes.ImageServingPublish);
        services.Remove(publish);
        services.AddSingleton(lines);
        services.AddJobType<StampHandler, ImageServingPublishRules>(((JobTypeRegistration)publish.ImplementationInstance!).Info);
    }

    private byte[] Request(string job, int company)
    {
        var body = $"""
            <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Header>
            <authHeader xmlns="{Base}"><user>bench@example.com</user><password>secret</password></authHeader></soapenv:Header>
            <soapenv:Body><submitJobParam xmlns="{Base}"><companyHandle>{company}</companyHandle><jobName>{job}</jobName>
            <imageServingPublishJob><publishType>Incremental</publishType><emailSetting>None</emailSetting></imageServingPublishJob>
            </submitJobParam></soapenv:Body></soapenv:Envelope>
            """;
        var head = string.Create(CultureInfo.InvariantCulture,
            $"POST {address.AbsolutePath} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: text/xml; charset=utf-8\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n");
        return Encoding.UTF8.GetBytes(head + body);
    }
}
