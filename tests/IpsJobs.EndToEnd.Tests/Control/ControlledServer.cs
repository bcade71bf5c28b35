using System.Net.Http.Headers;
using System.Text;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Files;
using IpsJobs.EndToEnd.Tests.Hosting;
using IpsJobs.Server.Hosting;
using IpsJobs.Testing.Fakes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.EndToEnd.Tests.Control;

/// <summary>The whole server with brakes: items of chosen jobs stand still until a test lets them go.</summary>
public sealed class ControlledServer : IAsyncLifetime, IAsyncDisposable
{
    private static readonly string Hash = PasswordHash.Create(RunningServer.Password);
    private static int lastCompany = 100;
    private readonly DirectoryInfo folder;
    private readonly HttpClient http = new();
    private WebApplication? app;
    private Uri service = new("http://127.0.0.1/");

    public ControlledServer()
        : this(Directory.CreateTempSubdirectory("ipsjobs-control-"))
    {
    }

    internal ControlledServer(DirectoryInfo folder) => this.folder = folder;

    /// <summary>Settings beyond those every test needs.</summary>
    internal Dictionary<string, string?> Settings { get; } = [];

    /// <summary>Null for the machine's clock.</summary>
    internal TimeProvider? Time { get; init; }

    /// <summary>Null for the machine's disk.</summary>
    internal IDiskSpace? Disk { get; init; }

    internal string Zone { get; init; } = "Europe/Paris";

    /// <summary>Whether the folder is removed at the end.</summary>
    internal bool KeepsFolder { get; init; }

    internal DirectoryInfo Folder => folder;

    internal DataFolder Data => new(folder.FullName);

    internal Brake Brake { get; } = new();

    internal LocalWebServer Web { get; } = new();

    internal IServiceProvider Services => app!.Services;

    /// <summary>Address of the SOAP service.</summary>
    internal Uri Service => service;

    public async Task InitializeAsync()
    {
        app = ServerHost.Build(new ServeSettings(folder.FullName)
        {
            Urls = "http://127.0.0.1:0",
            Quiet = true,
            TimeZone = Zone,
            Overrides = new Dictionary<string, string?>(Settings)
            {
                ["Outbound:AllowPrivateAddresses"] = "true",
                ["UrlUpload:Parallel"] = "2",
                ["Publishing:BatchSize"] = "1",
            },
            Replace = Replace,
        });
        await app.StartAsync();
        service = new Uri(new Uri(app.Urls.First()), "/scene7/services/IpsApiService");
    }

    public async ValueTask DisposeAsync()
    {
        Brake.ReleaseAll();
        await app!.StopAsync();
        await app.DisposeAsync();
        // Last, because a job that loses its source would wait for a clock that stands still.
        Web.Dispose();
        http.Dispose();
        if (!KeepsFolder)
            folder.Delete(recursive: true);
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    /// <summary>A company of its own for a test, with one user.</summary>
    internal async Task<Tenant> AddTenantAsync(string role = UserRoles.IpsUser)
    {
        var id = Interlocked.Increment(ref lastCompany);
        await Services.GetRequiredService<IAccountAdministration>()
            .AddCompanyAsync($"Company {id}", rootPath: null, id, CancellationToken.None);
        return new Tenant(this, id, await AddUserAsync($"user{id}@example.com", role, id));
    }

    /// <returns>The e-mail.</returns>
    internal async Task<string> AddUserAsync(string email, string role, params int[] companyIds)
    {
        var user = new User
        {
            UserId = 0, Email = email, FirstName = "Test", LastName = role, PasswordHash = Hash, IsIpsAdmin = role == UserRoles.IpsAdmin,
        };
        await Services.GetRequiredService<IAccountAdministration>().AddUserAsync(
            user, [.. companyIds.Select(id => new Membership(id, role, IsActive: true))], CancellationToken.None);
        return email;
    }

    /// <summary>Calls an operation of the newest version with the content of its request element.</summary>
    internal Task<SoapAnswer> CallAsync(string operation, string content, string email) =>
        PostAsync(Wire.Envelope($"<{operation}Param xmlns=\"{Wire.Latest}\">{content}</{operation}Param>", email));

    /// <summary>Calls an operation of a version, which is the end of its namespace.</summary>
    internal Task<SoapAnswer> CallAsync(string version, string operation, string content, string email) =>
        PostAsync(Wire.Envelope($"<{operation}Param xmlns=\"{Wire.Base}{version}\">{content}</{operation}Param>", email));

    internal async Task<SoapAnswer> PostAsync(string envelope)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(envelope));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/xml", "utf-8");
        using var response = await http.PostAsync(service, content);
        return new SoapAnswer(response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private void Replace(IServiceCollection services)
    {
        if (Time is { } time)
            services.AddSingleton(time);
        if (Disk is { } disk)
            services.AddSingleton(disk);
        Brake.Attach(services);
    }
}
