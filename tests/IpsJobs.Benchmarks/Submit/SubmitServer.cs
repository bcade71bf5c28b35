using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Benchmarks.Submit;

/// <summary>The whole server on a fresh data folder.</summary>
internal sealed class SubmitServer : IAsyncDisposable
{
    private const string Base = "http://www.scene7.com/IpsApi/xsd";
    private readonly WebApplication app;
    private readonly DirectoryInfo folder;

    private SubmitServer(WebApplication app, DirectoryInfo folder)
    {
        this.app = app;
        this.folder = folder;
        Address = new Uri(new Uri(app.Urls.First()), "/scene7/services/IpsApiService");
    }

    public Uri Address { get; }

    public static async Task<SubmitServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("ipsjobs-bench-");
        var app = ServerHost.Build(new ServeSettings(folder.FullName) { Urls = "http://127.0.0.1:0", Quiet = true });
        await app.StartAsync();
        var administration = app.Services.GetRequiredService<IAccountAdministration>();
        await administration.AddCompanyAsync("Bench", rootPath: null, 47, CancellationToken.None);
        await administration.AddUserAsync(
            new User { UserId = 0, Email = "bench@example.com", FirstName = "B", LastName = "B", PasswordHash = PasswordHash.Create("secret") },
            [new Membership(47, UserRoles.IpsUser, IsActive: true)],
            CancellationToken.None);
        return new SubmitServer(app, folder);
    }

    /// <param name="later">True: a one-time job far in the future, so that nothing but the submission is measured; false: a publish that runs at once.</param>
    public static string Body(bool later) => $"""
        <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Header>
        <authHeader xmlns="{Base}"><user>bench@example.com</user><password>secret</password></authHeader></soapenv:Header>
        <soapenv:Body><submitJobParam xmlns="{Base}"><companyHandle>47</companyHandle><jobName>{(later ? "Later" : "Now")} 0000000000</jobName>
        {(later ? "<execTime>2099-01-01T12:00:00Z</execTime>" : "")}<imageServingPublishJob><publishType>Incremental</publishType>
        <emailSetting>None</emailSetting></imageServingPublishJob></submitJobParam></soapenv:Body></soapenv:Envelope>
        """;

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
