using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Files;
using IpsJobs.Core.Handles;
using IpsJobs.Core.Jobs;
using IpsJobs.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Benchmarks.Ingest;

/// <summary>The whole server on a fresh data folder, and jobs sent to it as SOAP requests.</summary>
internal sealed class IngestServer : IAsyncDisposable
{
    private const string Base = "http://www.scene7.com/IpsApi/xsd/2014-04-03";

    // Asking must neither add to the time of a short job nor take the processor from a long one.
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan PollOfShort = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(5);

    private readonly WebApplication app;
    private readonly DirectoryInfo folder;
    private readonly HttpClient http = new();

    private IngestServer(WebApplication app, DirectoryInfo folder)
    {
        this.app = app;
        this.folder = folder;
    }

    public DataFolder Data => new(folder.FullName);

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public static async Task<IngestServer> StartAsync(string parent, string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(parent, name));
        var app = ServerHost.Build(new ServeSettings(folder.FullName)
        {
            Urls = "http://127.0.0.1:0",
            Quiet = true,
            Overrides = new Dictionary<string, string?> { ["Outbound:AllowPrivateAddresses"] = "true" },
        });
        await app.StartAsync();
        var administration = app.Services.GetRequiredService<IAccountAdministration>();
        await administration.AddCompanyAsync("Bench", "Bench/", 47, CancellationToken.None);
        await administration.AddUserAsync(
            new User { UserId = 0, Email = "bench@example.com", FirstName = "B", LastName = "B", PasswordHash = PasswordHash.Create("secret") },
            [new Membership(47, UserRoles.IpsUser, IsActive: true)],
            CancellationToken.None);
        return new IngestServer(app, folder);
    }

    /// <summary>Submits a job and waits for its end.</summary>
    /// <returns>From the request to the End row.</returns>
    public async Task<(TimeSpan Time, JobInstance Log)> RunAsync(string name, string block)
    {
        var clock = Stopwatch.StartNew();
        await SubmitAsync(name, block);
        var queries = app.Services.GetRequiredService<IJobQueries>();
        while (true)
        {
            var found = await queries.FindInstancesAsync(JobHandle.ForScheduled(47, name), CancellationToken.None);
            if (found is [{ State: InstanceState.Done } done, ..])
                return (clock.Elapsed, done);
            await Task.Delay(clock.Elapsed < Short ? PollOfShort : Poll, TimeProvider.System);
        }
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task SubmitAsync(string name, string block)
    {
        var body = $"""
            <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Header>
            <authHeader xmlns="{Base}"><user>bench@example.com</user><password>secret</password></authHeader></soapenv:Header>
            <soapenv:Body><submitJobParam xmlns="{Base}"><companyHandle>c|47</companyHandle><jobName>{name}</jobName>{block}</submitJobParam>
            </soapenv:Body></soapenv:Envelope>
            """;
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/xml");
        using var reply = await http.PostAsync(new Uri(new Uri(app.Urls.First()), "/scene7/services/IpsApiService"), content);
        if (!reply.IsSuccessStatusCode)
            throw new IOException(await reply.Content.ReadAsStringAsync());
    }
}
