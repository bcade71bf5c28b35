using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.Server.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Benchmarks.Soak;

/// <summary>The server as a process of its own, so that its memory is its own.</summary>
internal sealed class SoakServer : IAsyncDisposable
{
    public const int Companies = 50;
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private readonly Process process;
    private readonly DirectoryInfo folder;

    private SoakServer(Process process, DirectoryInfo folder, Uri root) => (this.process, this.folder, Root) = (process, folder, root);

    public Uri Root { get; }

    public Uri Service => new(Root, "/scene7/services/IpsApiService");

    /// <summary>Resident memory in MB.</summary>
    public double Megabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1e6;
        }
    }

    public static async Task<SoakServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("ipsjobs-soak-");
        await AddAccountsAsync(folder.FullName);
        var root = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}"));
        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "IpsJobs.Server.dll"), "serve", "--data", folder.FullName, "--urls", root.ToString()])
        {
            RedirectStandardOutput = true,
            Environment = { ["Outbound__AllowPrivateAddresses"] = "true", ["Serilog__MinimumLevel__Default"] = "Warning" },
        };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var server = new SoakServer(process, folder, root);
        await server.WaitAsync();
        return server;
    }

    /// <summary>Lines of errors in its log files.</summary>
    public IReadOnlyList<string> Errors() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(folder.FullName, "logs")).SelectMany(ReadShared)
            .Where(line => line.Contains("[ERR]", StringComparison.Ordinal) || line.Contains("[FTL]", StringComparison.Ordinal)),
    ];

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private static async Task AddAccountsAsync(string folder)
    {
        await using var app = ServerHost.Build(new ServeSettings(folder) { Urls = "http://127.0.0.1:0", Quiet = true });
        await app.StartAsync();
        var administration = app.Services.GetRequiredService<IAccountAdministration>();
        for (var id = 1; id <= Companies; id++)
            await administration.AddCompanyAsync($"Soak {id}", rootPath: null, id, CancellationToken.None);
        await administration.AddUserAsync(
            new User
            {
                UserId = 0, Email = "bench@example.com", FirstName = "B", LastName = "B", IsIpsAdmin = true,
                PasswordHash = PasswordHash.Create("secret"),
            },
            [.. Enumerable.Range(1, Companies).Select(id => new Membership(id, UserRoles.IpsUser, IsActive: true))],
            CancellationToken.None);
        await app.StopAsync();
    }

    private async Task WaitAsync()
    {
        using var client = new HttpClient();
        for (var waiting = Stopwatch.StartNew(); waiting.Elapsed < StartLimit;)
        {
            try
            {
                (await client.GetAsync(new Uri(Service, "?wsdl"))).EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
            }
        }

        throw new TimeoutException("The server did not start");
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static IEnumerable<string> ReadShared(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        while (reader.ReadLine() is { } line)
            yield return line;
    }
}
