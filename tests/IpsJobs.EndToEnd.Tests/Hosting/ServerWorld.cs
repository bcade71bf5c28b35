using System.Globalization;
using System.Xml.Linq;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Files;
using IpsJobs.EndToEnd.Tests.Uploads;
using IpsJobs.Server.Client;
using IpsJobs.Testing.Fakes;
using NetVips;

namespace IpsJobs.EndToEnd.Tests.Hosting;

/// <summary>A data folder with company 47 and a user, made by the command line, and a web server that serves pictures and takes
/// notifications: what stays while server processes come and go.</summary>
internal sealed class ServerWorld : IAsyncDisposable
{
    public const string CompanyName = "Crash Company";
    public const string CompanyRoot = "CrashCompany/";
    public const int PictureCount = 12;
    private const int Width = 200;
    private const int Height = 150;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly Dictionary<string, string> settings = new() { ["Outbound__AllowPrivateAddresses"] = "true" };
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(60) };
    private readonly bool ownsFolder;

    private ServerWorld(string folder, bool ownsFolder)
    {
        Data = new DataFolder(folder);
        this.ownsFolder = ownsFolder;
        Port = ServerProcess.FreePort();
        Service = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}/scene7/services/IpsApiService"));
        for (var number = 0; number < PictureCount; number++)
            Web.Answer(PathOf(number), LocalResponse.Ok(Draw(number)));
    }

    public DataFolder Data { get; }

    public int Port { get; }

    public Uri Service { get; }

    public LocalWebServer Web { get; } = new();

    public IpsClient Client => new(http, Service, new Credentials(RunningServer.Email, RunningServer.Password));

    public StoreReader Store => new(Data);

    /// <summary>Whether nothing is left in staging; the server sweeps what ended jobs leave there every few seconds.</summary>
    public bool IsStagingEmpty => Directory.EnumerateFileSystemEntries(Data.Staging).All(entry => entry == Relocations);

    /// <summary>Where edits note which originals they rename or move; the folder stays, its files do not.</summary>
    public string Relocations => Path.Combine(Data.Staging, "relocations");

    /// <summary>Whether the folder outlives the test, so that somebody can look at what went wrong.</summary>
    public bool KeepFolder { get; set; }

    /// <summary>Makes company and user; the data folder is a fresh one unless given.</summary>
    public static async Task<ServerWorld> CreateAsync(string? folder = null)
    {
        var world = new ServerWorld(folder ?? Directory.CreateTempSubdirectory("ipsjobs-crash-").FullName, folder is null);
        await RunAsync("", "company", "add", CompanyName, "--id", "47", "--data", world.Data.Root);
        await RunAsync(
            RunningServer.Password,
            "user", "add", RunningServer.Email, "--company", CompanyName, "--role", "IpsUser", "--password-stdin", "--data", world.Data.Root);
        return world;
    }

    /// <summary>Makes an administrator of the server.</summary>
    /// <returns>Their client.</returns>
    public async Task<IpsClient> AddAdminAsync()
    {
        const string Email = "admin@example.com";
        await RunAsync(
            RunningServer.Password,
            "user", "add", Email, "--company", CompanyName, "--role", "IpsAdmin", "--admin", "--password-stdin", "--data", Data.Root);
        return new IpsClient(http, Service, new Credentials(Email, RunningServer.Password));
    }

    /// <summary>A copy of this world's data folder; clients and web server are its own.</summary>
    public static ServerWorld OpenCopy(string folder) => new(folder, ownsFolder: true);

    public static string PathOf(int number) => string.Create(CultureInfo.InvariantCulture, $"/pictures/{number}.png");

    public static byte[] Draw(int number)
    {
        using var grid = Image.Xyz(Width, Height);
        using var red = grid[0] + (number * 5);
        using var green = grid[1] * 1.5;
        using var blue = (grid[0] + grid[1]) * 0.7;
        using var joined = red.Bandjoin(green, blue);
        using var bytes = joined.Cast(Enums.BandFormat.Uchar);
        using var picture = bytes.Copy(interpretation: Enums.Interpretation.Srgb);
        return picture.WriteToBuffer(".png");
    }

    /// <summary>A setting of the servers started from now on, with <c>__</c> for the colon.</summary>
    public void Set(string name, string value) => settings[name] = value;

    public ServerProcess Start() => ServerProcess.Serve(Data.Root, Port, settings);

    public async Task<ServerProcess> StartReadyAsync()
    {
        var server = Start();
        await server.WaitUntilReadyAsync();
        return server;
    }

    /// <summary>Posts a request given as text, in the newest version of the API.</summary>
    public Task<IpsReply> PostAsync(string operation, string content) =>
        Client.PostElementAsync(XElement.Parse($"<{operation}Param xmlns=\"{Wire.Latest}\">{content}</{operation}Param>"), CancellationToken.None);

    /// <summary>Submits a job for company 47.</summary>
    /// <returns>Its handle.</returns>
    public async Task<string> SubmitAsync(string name, string timeAndBlock)
    {
        var reply = await PostAsync("submitJob", $"<companyHandle>c|47</companyHandle><jobName>{name}</jobName>{timeAndBlock}");
        return ((Contracts.SubmitJobReturn)reply.Message).JobHandle!;
    }

    /// <summary>Posts files to the upload servlet.</summary>
    public async Task<UploadAnswer> UploadAsync(Multipart request)
    {
        using var response = await http.PostAsync(new Uri(Service, "/scene7/UploadFile"), request.ToContent());
        return new UploadAnswer(
            response.StatusCode, response.Content.Headers.ContentType?.ToString(), await response.Content.ReadAsStringAsync());
    }

    /// <summary>Looks again and again until <paramref name="reached"/> holds.</summary>
    /// <exception cref="TimeoutException">It did not within <paramref name="limit"/>.</exception>
    public static async Task UntilAsync(string what, TimeSpan limit, Func<Task<bool>> reached)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (!await reached())
        {
            if (TimeProvider.System.GetElapsedTime(begun) > limit)
                throw new TimeoutException($"Not within {limit}: {what}");
            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    /// <summary>Waits until <paramref name="task"/> ends.</summary>
    /// <exception cref="TimeoutException">It did not within <paramref name="limit"/>.</exception>
    public static async Task WithinAsync(string what, TimeSpan limit, Task task)
    {
        if (await Task.WhenAny(task, Task.Delay(limit, TimeProvider.System)) != task)
            throw new TimeoutException($"Not within {limit}: {what}");
        await task;
    }

    public ValueTask DisposeAsync()
    {
        http.Dispose();
        Web.Dispose();
        if (ownsFolder && !KeepFolder)
            Directory.Delete(Data.Root, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static async Task RunAsync(string input, params string[] arguments)
    {
        var (exitCode, output) = await ServerProcess.RunAsync(input, arguments);
        exitCode.Should().Be(0, output);
    }
}
