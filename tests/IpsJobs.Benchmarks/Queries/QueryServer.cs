using System.Globalization;
using IpsJobs.Benchmarks.Load;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Benchmarks.Queries;

/// <summary>The whole server on a data folder that holds years of jobs.</summary>
internal sealed class QueryServer : IAsyncDisposable
{
    private const string Base = "http://www.scene7.com/IpsApi/xsd/2014-04-03";
    private readonly WebApplication app;
    private readonly DirectoryInfo folder;
    private readonly bool isKept;

    private QueryServer(WebApplication app, DirectoryInfo folder, bool isKept)
    {
        this.app = app;
        this.folder = folder;
        this.isKept = isKept;
        Address = new Uri(new Uri(app.Urls.First()), "/scene7/services/IpsApiService");
    }

    public Uri Address { get; }

    public string Database => Path.Combine(folder.FullName, "ips.db");

    public IJobQueries Queries => app.Services.GetRequiredService<IJobQueries>();

    /// <param name="instances">Ended instances to make.</param>
    /// <param name="kept">Folder of the data, made when it is not there and left for the next run; null for a folder that goes with the run.</param>
    public static async Task<QueryServer> StartAsync(int instances, string? kept)
    {
        var folder = kept is null ? Directory.CreateTempSubdirectory("ipsjobs-bench-queries-") : Directory.CreateDirectory(kept);
        var settings = new ServeSettings(folder.FullName)
        {
            Urls = "http://127.0.0.1:0", Quiet = true,
            // The jobs are years old: the nightly clean-up would be right to remove them.
            Overrides = new Dictionary<string, string?> { ["Retention:JobLogDays"] = "36500" },
        };
        var data = new QueryData(Path.Combine(folder.FullName, "ips.db"), instances);
        if (data.Exists)
            data.RemoveLive();
        else
            await FillAsync(settings, data);
        var app = ServerHost.Build(settings);
        await app.StartAsync();
        data.AddLive();
        return new QueryServer(app, folder, kept is not null);
    }

    public RequestTemplate ActiveJobs(int companyId) => new(Address, string.Create(CultureInfo.InvariantCulture, $"""
        <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Header>
        <authHeader xmlns="http://www.scene7.com/IpsApi/xsd"><user>bench@example.com</user><password>secret</password></authHeader></soapenv:Header>
        <soapenv:Body><getActiveJobsParam xmlns="{Base}"><companyHandle>c|{companyId}</companyHandle></getActiveJobsParam>
        <!-- 0000000000 --></soapenv:Body></soapenv:Envelope>
        """));

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        if (!isKept)
            folder.Delete(recursive: true);
    }

    private static async Task FillAsync(ServeSettings settings, QueryData data)
    {
        await using (var first = ServerHost.Build(settings))
        {
            await first.StartAsync();
            await AddAccountsAsync(first.Services.GetRequiredService<IAccountAdministration>());
            await first.StopAsync();
        }

        data.AddEnded();
    }

    private static async Task AddAccountsAsync(IAccountAdministration administration)
    {
        for (var id = 1; id <= QueryData.Companies; id++)
            await administration.AddCompanyAsync($"Bench {id}", rootPath: null, id, CancellationToken.None);
        await administration.AddUserAsync(
            new User { UserId = 0, Email = "bench@example.com", FirstName = "B", LastName = "B", PasswordHash = PasswordHash.Create("secret") },
            [.. Enumerable.Range(1, QueryData.Companies).Select(id => new Membership(id, UserRoles.IpsUser, IsActive: true))],
            CancellationToken.None);
    }
}
