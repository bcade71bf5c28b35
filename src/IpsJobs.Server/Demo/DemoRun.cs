using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;
using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Files;
using IpsJobs.Core.Handles;
using IpsJobs.Imaging.Tools;
using IpsJobs.Server.Client;
using IpsJobs.Server.Commands;
using IpsJobs.Server.Hosting;
using User = IpsJobs.Core.Accounts.User;

namespace IpsJobs.Server.Demo;

/// <summary>Starts a server, runs jobs on it through real SOAP requests and shows what they leave behind.</summary>
internal sealed class DemoRun(ServeSettings settings, bool all, bool exit)
{
    private const int CompanyId = 47;
    private const string CompanyName = "Sample Company";
    private const string Email = "demo@example.com";
    private static readonly XNamespace Api = ContractVersion.BaseNamespace;
    private readonly TimeProvider time = TimeProvider.System;
    private readonly List<DemoResult> ended = [];

    /// <summary>The demo fetches from itself, and writes mail to files whatever the environment says.</summary>
    public static IReadOnlyDictionary<string, string?> Overrides { get; } = new Dictionary<string, string?>
    {
        ["Outbound:AllowPrivateAddresses"] = "true",
        ["Mail:Host"] = "",
    };

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var app = ServerHost.Build(settings);
        await app.StartAsync(cancellationToken);
        var started = SinceProcessStart();
        var memory = Megabytes();
        var service = ServerAddress.Of(app);
        var password = PasswordGenerator.Next();
        await PrepareAsync(app.Services, password, cancellationToken);
        Console.WriteLine($"IpsJobs listens on {service}, data in {settings.DataPath}; user {Email}, password {password}");
        using var http = new HttpClient();
        var client = new IpsClient(http, service, new Credentials(Email, password));
        var data = app.Services.GetRequiredService<DataFolder>();
        await using (var pictures = await SamplePictures.StartAsync(cancellationToken))
            await RunShownAsync(client, data, UploadRequest(pictures.Address), cancellationToken);
        await RunShownAsync(client, data, PublishRequest(), cancellationToken);
        await ShowResultsAsync(data, cancellationToken);
        if (all)
            await RunAllAsync(app.Services, new FilePost(http, service, Email, password, CompanyId), client, cancellationToken);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Listening {started.TotalSeconds:0.00} s after the process began; {memory:0} MB resident when idle, {Megabytes():0} MB after the jobs"));
        if (!exit)
            await ServeOnAsync(app, service, cancellationToken);
        return ended.TrueForAll(r => r.IsGood) ? 0 : 1;
    }

    // A demo on a folder of an earlier demo finds its company there and gives the user a new password.
    private static async Task PrepareAsync(IServiceProvider services, string password, CancellationToken cancellationToken)
    {
        var directory = services.GetRequiredService<IAccountDirectory>();
        var administration = services.GetRequiredService<IAccountAdministration>();
        if (await directory.FindCompanyAsync(CompanyId, cancellationToken) is null)
            await administration.AddCompanyAsync(CompanyName, rootPath: null, CompanyId, cancellationToken);
        var hash = PasswordHash.Create(password);
        if (await directory.FindAccountAsync(Email, cancellationToken) is { } known)
        {
            await administration.UpdateUserAsync(known.User with { PasswordHash = hash }, cancellationToken);
            return;
        }

        var user = new User { UserId = 0, Email = Email, FirstName = "Demo", LastName = "User", PasswordHash = hash };
        await administration.AddUserAsync(user, [new Membership(CompanyId, UserRoles.IpsUser, IsActive: true)], cancellationToken);
    }

    private static XElement PublishRequest() => new(
        Api + "submitJobParam",
        new XElement(Api + "companyHandle", CompanyId),
        new XElement(Api + "jobName", "My Test Job"),
        new XElement(
            Api + "imageServingPublishJob",
            new XElement(Api + "publishType", PublishTypes.Full),
            new XElement(Api + "emailSetting", EmailSettings.Error)));

    private static XElement UploadRequest(Uri pictures) => new(
        Api + "submitJobParam",
        new XElement(Api + "companyHandle", CompanyId),
        new XElement(Api + "jobName", "My Upload"),
        new XElement(
            Api + "uploadUrlsJob",
            new XElement(Api + "urlArray", SamplePictures.Files.Select(picture => new XElement(
                Api + "items",
                new XElement(Api + "sourceUrl", new Uri(pictures, picture.File)),
                new XElement(Api + "destPath", picture.Folder + picture.File)))),
            new XElement(Api + "overwrite", true),
            new XElement(Api + "readyForPublish", true),
            new XElement(Api + "createMask", false),
            new XElement(Api + "emailSetting", EmailSettings.All)));

    // The first two jobs are shown with everything a client sees of them.
    private async Task RunShownAsync(IpsClient client, DataFolder data, XElement request, CancellationToken cancellationToken)
    {
        Console.WriteLine();
        Console.WriteLine($"--- request (with the authHeader of {Email})");
        Console.WriteLine(request);
        var before = DataSnapshot.Of(data);
        var reply = await client.PostElementAsync(request, cancellationToken);
        Console.WriteLine("--- reply");
        Console.WriteLine(reply.Envelope);
        var handle = ((SubmitJobReturn)reply.Message).JobHandle!;
        Console.WriteLine($"--- handle {handle}");
        var log = await WatchAsync(client, handle, cancellationToken);
        Screen.Console.Write(JobLogTable.Of(log, ClientTexts.Default));
        Console.WriteLine(JobLogTable.Counters(log, ClientTexts.Default));
        var block = request.Elements().Last().Name.LocalName;
        ended.Add(new DemoResult(block, log, DataSnapshot.Of(data).Since(before), Missing: []));
    }

    // One job of every other type, and one line for each of all.
    private async Task RunAllAsync(IServiceProvider services, FilePost post, IpsClient client, CancellationToken cancellationToken)
    {
        var data = services.GetRequiredService<DataFolder>();
        Console.WriteLine("--- job types");
        if (FilePost.Missing is { Count: > 0 } missing)
            Console.WriteLine($"Not installed: {string.Join(", ", missing)}; the jobs do without, and say so");
        foreach (var shown in ended)
            Console.WriteLine(shown.Describe(ClientTexts.Default));
        var files = await FilePost.FilesAsync(cancellationToken);
        var posted = new DemoJob("uploadPost", _ => Task.FromResult<IReadOnlyList<XElement>>([]));
        await RunListedAsync(data, client, posted, () => post.SendAsync("My uploadPost", files, cancellationToken), cancellationToken);
        foreach (var job in new DemoJobs(services, CompanyId, await RootAsync(services, cancellationToken)).All)
        {
            var request = await job.RequestAsync(CompanyId, cancellationToken);
            var submit = async () => ((SubmitJobReturn)(await client.PostElementAsync(request, cancellationToken)).Message).JobHandle!;
            await RunListedAsync(data, client, job, submit, cancellationToken);
        }
    }

    private async Task RunListedAsync(
        DataFolder data, IpsClient client, DemoJob job, Func<Task<string>> submit, CancellationToken cancellationToken)
    {
        var before = DataSnapshot.Of(data);
        var log = await WatchAsync(client, await submit(), cancellationToken);
        var missing = job.Needs.Where(p => ToolPaths.Find(p) is null).ToList();
        var left = job.Made is { } made ? await made(log, cancellationToken) : DataSnapshot.Of(data).Since(before);
        var result = new DemoResult(job.Block, log, left, missing);
        Console.WriteLine(result.Describe(ClientTexts.Default));
        if (!result.IsGood)
            Screen.Console.Write(JobLogTable.Of(log, ClientTexts.Default));
        ended.Add(result);
    }

    private Task<JobLog> WatchAsync(IpsClient client, string handle, CancellationToken cancellationToken) => new JobWatch(client, time)
        .WaitAsync(new CompanyHandle(CompanyId).ToString(HandleForm.D2), handle, (_, _) => { }, cancellationToken);

    private static async Task<string> RootAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        (await services.GetRequiredService<IAccountDirectory>().FindCompanyAsync(CompanyId, cancellationToken))!.RootPath;

    private async Task ShowResultsAsync(DataFolder data, CancellationToken cancellationToken)
    {
        Console.WriteLine();
        Console.WriteLine("--- mail");
        Console.WriteLine(await FirstMailAsync(data, cancellationToken));
        Console.WriteLine("--- published");
        Screen.Console.Write(FileTree.Of(data.PublishTarget(PublishContextTypes.ImageServing)));
    }

    // The mail is sent by its own worker after the job has ended.
    private async Task<string> FirstMailAsync(DataFolder data, CancellationToken cancellationToken)
    {
        var deadline = time.GetUtcNow() + TimeSpan.FromSeconds(10);
        while (time.GetUtcNow() < deadline)
        {
            if (Directory.Exists(data.Mail) && Directory.EnumerateFiles(data.Mail, "*.eml").FirstOrDefault() is { } file)
            {
                var mail = await MimeKit.MimeMessage.LoadAsync(file, cancellationToken);
                return $"{file}\nFrom: {mail.From}\nTo: {mail.To}\nSubject: {mail.Subject}\n\n{mail.TextBody}";
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), time, cancellationToken);
        }

        return "no mail was written within 10 s";
    }

    private static async Task ServeOnAsync(WebApplication app, Uri service, CancellationToken cancellationToken)
    {
        Console.WriteLine($"Still serving {service}; Ctrl-C ends it");
        await app.WaitForShutdownAsync(cancellationToken);
    }

    private TimeSpan SinceProcessStart()
    {
        using var process = Process.GetCurrentProcess();
        return time.GetUtcNow() - process.StartTime.ToUniversalTime();
    }

    private static double Megabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64 / 1048576.0;
    }
}
