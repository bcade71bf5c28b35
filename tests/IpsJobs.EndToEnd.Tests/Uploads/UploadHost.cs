using System.Net;
using System.Xml.Linq;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Files;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Submission;
using IpsJobs.EndToEnd.Tests.Hosting;
using IpsJobs.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.EndToEnd.Tests.Uploads;

/// <summary>The whole server on a folder of its own; it can be stopped and started again.</summary>
public sealed class UploadHost : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ipsjobs-post-");
    private WebApplication? app;

    public HttpClient Http { get; } = new();

    public DataFolder Data => new(folder.FullName);

    public IServiceProvider Services => app!.Services;

    public Uri Root => new(app!.Urls.First());

    public async Task InitializeAsync()
    {
        await StartAsync();
        var accounts = Services.GetRequiredService<IAccountAdministration>();
        await accounts.AddCompanyAsync("Sample Company", "SampleCompany/", 47, CancellationToken.None);
        foreach (var email in (string[])[RunningServer.Email, "other@example.com"])
            await accounts.AddUserAsync(AUser(email), [new Membership(47, UserRoles.IpsUser, IsActive: true)], CancellationToken.None);
        await accounts.AddUserAsync(
            AUser("reader@example.com"), [new Membership(47, UserRoles.ImagePortalUser, IsActive: true)], CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await StopAsync();
        folder.Delete(recursive: true);
    }

    public async Task StartAsync()
    {
        app = ServerHost.Build(new ServeSettings(folder.FullName)
        {
            Urls = "http://127.0.0.1:0",
            Quiet = true,
            TimeZone = "Europe/Paris",
            Overrides = new Dictionary<string, string?> { ["Jobs:UploadPostMaxFileSize"] = "100000" },
        });
        await app.StartAsync();
    }

    public async Task StopAsync()
    {
        await app!.StopAsync();
        await app.DisposeAsync();
    }

    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    internal Task<UploadAnswer> UploadAsync(Multipart request) => UploadAsync(request.ToContent());

    internal async Task<UploadAnswer> UploadAsync(HttpContent content)
    {
        using var response = await Http.PostAsync(new Uri(Root, "/scene7/UploadFile"), content);
        return new UploadAnswer(
            response.StatusCode, response.Content.Headers.ContentType?.ToString(), await response.Content.ReadAsStringAsync());
    }

    internal async Task<SoapAnswer> CallAsync(string body, string email = RunningServer.Email)
    {
        using var content = new StringContent(Wire.Envelope(body, email), System.Text.Encoding.UTF8, "text/xml");
        using var response = await Http.PostAsync(new Uri(Root, "/scene7/services/IpsApiService"), content);
        return new SoapAnswer(response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>The instance of a handle, as soon as it satisfies <paramref name="condition"/>.</summary>
    public async Task<JobInstance> WhenAsync(string handle, Func<UploadSession, bool> condition)
    {
        var id = long.Parse(handle[(handle.LastIndexOf('|') + 1)..], System.Globalization.CultureInfo.InvariantCulture);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var session = await Services.GetRequiredService<IUploadSessionStore>().FindAsync(id, limit.Token);
            if (session is not null && condition(session))
                return session.Instance;
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
        }
    }

    public Task<JobInstance> WhenDoneAsync(string handle) => WhenAsync(handle, s => s.Instance.State == InstanceState.Done);

    public Task<JobInstance> WhenRestingAsync(string handle) =>
        WhenAsync(handle, s => s.Instance.State == InstanceState.WaitingClient && !s.HasWork);

    /// <summary>Types of the rows of the log of a handle.</summary>
    public async Task<IReadOnlyList<string>> LogAsync(string handle)
    {
        var answer = await CallAsync(
            $"<getJobLogDetailsParam xmlns=\"{Wire.Latest}\"><companyHandle>c|47</companyHandle><jobHandle>{handle}</jobHandle></getJobLogDetailsParam>");
        XNamespace ns = Wire.Latest;
        return [.. answer.Body.Descendants(ns + "detailArray").Elements().Select(row => row.Element(ns + "logType")!.Value)];
    }

    public Task<StoredAsset?> FindAssetAsync(string name) => Services.GetRequiredService<IAssetStore>()
        .FindByNameAsync(47, NameSpace.Catalog, name, CancellationToken.None);

    private static User AUser(string email) => new()
    {
        UserId = 0, Email = email, FirstName = "Test", LastName = "User", PasswordHash = PasswordHash.Create(RunningServer.Password),
    };
}
