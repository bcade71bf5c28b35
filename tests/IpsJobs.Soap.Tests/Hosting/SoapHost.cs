using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using IpsJobs.Core;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Assets.Folders;
using IpsJobs.Core.Assets.Search;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Exports;
using IpsJobs.Core.Files;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Core.Projects;
using IpsJobs.Core.Submission;
using IpsJobs.Soap.Tests.Fakes;
using IpsJobs.Testing.Accounts;
using IpsJobs.Testing.Fakes;
using IpsJobs.Testing.Jobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace IpsJobs.Soap.Tests.Hosting;

/// <summary>The wire on a real Kestrel, with fakes behind it.</summary>
public sealed class SoapHost : IAsyncLifetime
{
    private static readonly HttpClient Client = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });

    /// <summary>Largest file of an upload, in bytes.</summary>
    internal const int LargestFile = 1000;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ipsjobs-soap-");
    private readonly ServerClock clock = new(
        new FakeTimeProvider(Samples.Noon), TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles"));

    private readonly WebApplication app;

    public SoapHost()
    {
        Search = new FakeAssetSearch(Assets);
        FolderPaths = new FakeFolders(Assets);
        Uploads = new FakeUploadSessionStore(Queries.Instances, clock);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Debug);
        builder.Services
            .AddIpsCore(builder.Configuration)
            .AddIpsSoap()
            .AddSingleton(clock)
            .AddSingleton<IAccountDirectory>(Accounts)
            .AddSingleton<IAccountAdministration>(new FakeAccountAdministration(Accounts, clock.Time))
            .AddSingleton<IDiskUsage, FakeDiskUsage>()
            .AddSingleton<IJobQueries>(Queries)
            .AddSingleton<IJobStore>(Store)
            .AddSingleton<IUploadSessionStore>(Uploads)
            .AddSingleton(new DataFolder(folder.FullName))
            .AddSingleton<IJobDispatcher, FakeDispatcher>()
            .AddSingleton<IAssetStore>(Assets)
            .AddSingleton<IAssetEdits>(Edits)
            .AddSingleton<IFolderEdits>(Folders)
            .AddSingleton<IAssetSearch>(Search)
            .AddSingleton<IFolderLists>(FolderPaths)
            .AddSingleton<IPublishStates>(PublishStates)
            .AddSingleton<IProjectStore>(Projects)
            .AddSingleton<IExportStore>(Exports)
            .AddSingleton<IMessageRenderer, KeyRenderer>()
            .AddJobType<AnyBlock, AnyBlock>(new JobTypeInfo(
                JobTypes.ImageServingPublish, "imageServingPublishJob", LogTypes.BeginImageServingPublish, LogTypes.EndImageServingPublish))
            .AddJobType<AnyBlock, AnyBlock>(new JobTypeInfo(
                JobTypes.UrlUpload, "uploadUrlsJob", LogTypes.BeginUploadUrls, LogTypes.EndUploadUrls))
            .AddJobType<AnyBlock, AnyBlock>(new JobTypeInfo(
                JobTypes.UploadPost, "uploadPostJob", LogTypes.BeginUpload, LogTypes.EndUpload))
            .Configure<ApiOptions>(options => options.MaxRequestBytes = 1024 * 1024)
            .Configure<JobOptions>(options => options.UploadPostMaxFileSize = LargestFile);
        app = builder.Build();
        app.MapIpsSoap();
        FillAccounts();
    }

    internal FakeAccountDirectory Accounts { get; } = new();

    internal FakeQueries Queries { get; } = new();

    internal FakeStore Store { get; } = new();

    internal FakeUploadSessionStore Uploads { get; }

    /// <summary>Where the files of uploads are staged.</summary>
    internal string Staging => new DataFolder(folder.FullName).Staging;

    internal FakeAssets Assets { get; } = new();

    internal FakeAssetEdits Edits { get; } = new();

    internal FakeFolderEdits Folders { get; } = new();

    internal FakeAssetSearch Search { get; }

    internal FakeFolders FolderPaths { get; }

    internal FakePublishStates PublishStates { get; } = new();

    /// <summary>The data folder.</summary>
    internal DataFolder Data => new(folder.FullName);

    internal FakeProjectStore Projects { get; } = new();

    internal FakeExportStore Exports { get; } = new();

    /// <summary>File of an archive that lies in a folder of its token's name.</summary>
    internal string ExportFile(string token) => new DataFolder(folder.FullName).Exports.Resolve(token + "/export.zip");

    internal LogLines Log { get; } = new();

    internal ProgressBoard Board => app.Services.GetRequiredService<ProgressBoard>();

    internal ApiOptions Options => app.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<ApiOptions>>().Value;

    internal Uri Root => new(app.Urls.Single());

    internal Uri Service => new(Root, "/scene7/services/IpsApiService");

    public Task InitializeAsync() => app.StartAsync();

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }

    /// <summary>Posts bytes with exactly the headers given.</summary>
    internal Task<Reply> PostAsync(byte[] body, string contentType = "text/xml; charset=utf-8", Action<HttpRequestMessage>? change = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Service) { Content = new ByteArrayContent(body) };
        if (contentType.Length > 0)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        change?.Invoke(request);
        return SendAsync(request);
    }

    internal Task<Reply> PostAsync(
        string body, string contentType = "text/xml; charset=utf-8", Action<HttpRequestMessage>? change = null) =>
        PostAsync(Encoding.UTF8.GetBytes(body), contentType, change);

    /// <summary>Calls an operation as the sample user, in SOAP 1.1.</summary>
    internal Task<Reply> CallAsync(
        string body, string version = "2014-04-03", string user = "user@example.com", string headerFields = "") =>
        PostAsync(SoapText.Envelope(body, version, user, headerFields));

    internal Task<Reply> GetAsync(string path, Action<HttpRequestMessage>? change = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Root, path));
        change?.Invoke(request);
        return SendAsync(request);
    }

    internal static async Task<Reply> SendAsync(HttpRequestMessage request)
    {
        using var response = await Client.SendAsync(request);
        return new Reply(response.StatusCode, response.Headers, response.Content.Headers, await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Sends bytes as they are and reads until the server closes the connection.</summary>
    /// <param name="bytes">The request.</param>
    /// <param name="from">Address to send from; the whole of 127.0.0.0/8 is this machine.</param>
    internal async Task<string> SendRawAsync(byte[] bytes, string from = "127.0.0.1")
    {
        using var socket = new TcpClient(new IPEndPoint(IPAddress.Parse(from), 0));
        await socket.ConnectAsync(IPAddress.Loopback, Root.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(bytes);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    private void FillAccounts()
    {
        Accounts.Companies.AddRange(
        [
            Samples.Company(),
            Samples.Company(Samples.OtherCompanyId, "Other Company"),
            Samples.Company(Samples.ForeignCompanyId, "Foreign Company"),
        ]);
        var user = Member(Samples.CompanyId, UserRoles.IpsUser);
        var otherUser = Member(Samples.OtherCompanyId, UserRoles.IpsUser);
        Accounts.Accounts.AddRange(
        [
            Samples.Account(70, "user@example.com", user, otherUser),
            Samples.Account(71, "one@example.com", Member(Samples.CompanyId, UserRoles.IpsCompanyAdmin)),
            Samples.Account(72, "portal@example.com", Member(Samples.CompanyId, UserRoles.ImagePortalUser), otherUser with { IsActive = false }),
            Samples.Account(73, "web@example.com", Member(Samples.CompanyId, UserRoles.WebServiceUser)),
            Samples.Account(74, "nobody@example.com"),
            WithUser(Samples.Account(75, "locked@example.com", user), u => u with { IsValid = false }),
            WithUser(Samples.Account(76, "root@example.com"), u => u with { IsIpsAdmin = true }),
            Samples.Account(77, "mixed@example.com", Member(Samples.CompanyId, UserRoles.ImagePortalContrib), otherUser),
        ]);
    }

    private static Membership Member(int companyId, string role) => new(companyId, role, IsActive: true);

    private static Account WithUser(Account account, Func<User, User> change) => account with { User = change(account.User) };
}
