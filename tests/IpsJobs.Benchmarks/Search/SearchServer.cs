using IpsJobs.Benchmarks.Load;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets.Search;
using IpsJobs.Core.Constants;
using IpsJobs.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Benchmarks.Search;

/// <summary>The whole server on a data folder with one large company.</summary>
internal sealed class SearchServer : IAsyncDisposable
{
    private const string Base = "http://www.scene7.com/IpsApi/xsd/2014-04-03";
    private readonly WebApplication app;
    private readonly DirectoryInfo folder;
    private readonly bool isKept;

    private SearchServer(WebApplication app, DirectoryInfo folder, bool isKept)
    {
        this.app = app;
        this.folder = folder;
        this.isKept = isKept;
        Address = new Uri(new Uri(app.Urls.First()), "/scene7/services/IpsApiService");
    }

    public Uri Address { get; }

    public string Database => Path.Combine(folder.FullName, "ips.db");

    public IAssetSearch Search => app.Services.GetRequiredService<IAssetSearch>();

    /// <param name="assets">In the one company, when they are not there from an earlier run.</param>
    /// <param name="kept">Folder of the data, made when it is not there and left for the next run; null for a folder that goes with the run.</param>
    public static async Task<SearchServer> StartAsync(int assets, string? kept)
    {
        var folder = kept is null ? Directory.CreateTempSubdirectory("ipsjobs-bench-search-") : Directory.CreateDirectory(kept);
        var settings = new ServeSettings(folder.FullName) { Urls = "http://127.0.0.1:0", Quiet = true };
        var data = new SearchData(Path.Combine(folder.FullName, "ips.db"), assets);
        if (!data.Exists)
            await FillAsync(settings, data);
        var app = ServerHost.Build(settings);
        await app.StartAsync();
        return new SearchServer(app, folder, kept is not null);
    }

    public RequestTemplate Request(SearchCase search, int page) => new(Address, $"""
        <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Header>
        <authHeader xmlns="http://www.scene7.com/IpsApi/xsd"><user>bench@example.com</user><password>secret</password></authHeader></soapenv:Header>
        <soapenv:Body><searchAssetsParam xmlns="{Base}"><companyHandle>c|1</companyHandle>{search.Fields}{search.Tail(page)}</searchAssetsParam>
        <!-- 0000000000 --></soapenv:Body></soapenv:Envelope>
        """);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        if (!isKept)
            folder.Delete(recursive: true);
    }

    private static async Task FillAsync(ServeSettings settings, SearchData data)
    {
        await using (var first = ServerHost.Build(settings))
        {
            await first.StartAsync();
            await AddAccountsAsync(first.Services.GetRequiredService<IAccountAdministration>());
            await first.StopAsync();
        }

        data.Fill();
    }

    private static async Task AddAccountsAsync(IAccountAdministration administration)
    {
        await administration.AddCompanyAsync("Bench 1", "Bench1/", 1, CancellationToken.None);
        await administration.AddUserAsync(
            new User { UserId = 0, Email = "bench@example.com", FirstName = "B", LastName = "B", PasswordHash = PasswordHash.Create("secret") },
            [new Membership(1, UserRoles.IpsUser, IsActive: true)],
            CancellationToken.None);
    }
}
