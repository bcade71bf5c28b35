using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Files;
using IpsJobs.Server.Client;
using IpsJobs.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using User = IpsJobs.Core.Accounts.User;

namespace IpsJobs.EndToEnd.Tests.Hosting;

/// <summary>The whole server on a free port and a fresh data folder, with company 47 and a user of every kind the tests need.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    public const string Password = "secret";
    public const string Email = "demo@example.com";
    public const string CompanyName = "Sample Company";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ipsjobs-e2e-");
    private readonly IReadOnlyDictionary<string, string?> overrides;
    private WebApplication? app;

    public RunningServer()
        : this(new Dictionary<string, string?>())
    {
    }

    /// <param name="overrides">Settings that beat all others.</param>
    internal RunningServer(IReadOnlyDictionary<string, string?> overrides) => this.overrides = overrides;

    public Uri Service { get; private set; } = new("http://127.0.0.1/");

    public HttpClient Http { get; } = new();

    public DataFolder Data => new(folder.FullName);

    public IServiceProvider Services => app!.Services;

    public IpsClient Client => new(Http, Service, new Credentials(Email, Password));

    public async Task InitializeAsync()
    {
        var settings = new ServeSettings(folder.FullName)
        {
            Urls = "http://127.0.0.1:0",
            Quiet = true,
            TimeZone = "Europe/Paris",
            Overrides = new Dictionary<string, string?>(overrides) { ["Outbound:AllowPrivateAddresses"] = "true" },
        };
        app = ServerHost.Build(settings);
        await app.StartAsync();
        Service = new Uri(new Uri(app.Urls.First()), "/scene7/services/IpsApiService");
        var administration = Services.GetRequiredService<IAccountAdministration>();
        await administration.AddCompanyAsync(CompanyName, rootPath: null, 47, CancellationToken.None);
        await administration.AddCompanyAsync("Other Company", rootPath: null, 48, CancellationToken.None);
        await AddUserAsync(Email, 47, UserRoles.IpsUser);
        await AddUserAsync("reader@example.com", 47, UserRoles.ImagePortalUser);
        await AddUserAsync("stranger@example.com", 48, UserRoles.IpsUser);
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await app!.StopAsync();
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }

    /// <summary>Submits a job whose name nobody used before and polls as a client does, until its log has an end.</summary>
    public async Task<JobLog> RunAsync(SubmitJobParam request)
    {
        await Client.CallAsync<SubmitJobReturn>("submitJob", request, CancellationToken.None);
        return await EndedAsync(request.JobName!, request.CompanyHandle!);
    }

    /// <summary>The log of a job, once it has an end.</summary>
    public async Task<JobLog> EndedAsync(string originalName, string companyHandle = "c|47")
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (true)
        {
            var reply = await Client.CallAsync<GetJobLogDetailsReturn>(
                "getJobLogDetails", new GetJobLogDetailsParam { CompanyHandle = companyHandle, OriginalName = originalName }, limit.Token);
            if (reply.JobLogArray!.Items.Find(l => l.EndDate is not null) is { } ended)
                return ended;
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, limit.Token);
        }
    }

    public Task<User> AddUserAsync(string email, int companyId, string role, bool admin = false, string password = Password) =>
        Services.GetRequiredService<IAccountAdministration>().AddUserAsync(
            new User
            {
                UserId = 0, Email = email, FirstName = "Test", LastName = role, PasswordHash = PasswordHash.Create(password), IsIpsAdmin = admin,
            },
            [new Membership(companyId, role, IsActive: true)],
            CancellationToken.None);
}
