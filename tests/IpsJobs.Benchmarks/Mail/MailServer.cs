using System.Globalization;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Core.Outbox;
using IpsJobs.Notifications.Email;
using IpsJobs.Server.Hosting;
using IpsJobs.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MimeKit;

namespace IpsJobs.Benchmarks.Mail;

/// <summary>The server with jobs that have ended, of which only the sender of mail is run.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private const string MakeDue = """UPDATE "Outbox" SET "NextUtc" = "CreatedUtc", "SentUtc" = NULL, "Attempts" = 0""";
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(2);
    private readonly WebApplication app;
    private readonly DirectoryInfo folder;

    private MailServer(WebApplication app, DirectoryInfo folder)
    {
        this.app = app;
        this.folder = folder;
    }

    public static async Task<MailServer> StartAsync(int smtpPort)
    {
        var folder = Directory.CreateTempSubdirectory("ipsjobs-bench-");
        var app = ServerHost.Build(new ServeSettings(folder.FullName)
        {
            Urls = "http://127.0.0.1:0",
            Quiet = true,
            Overrides = new Dictionary<string, string?>
            {
                ["Mail:Host"] = "127.0.0.1",
                ["Mail:Port"] = smtpPort.ToString(CultureInfo.InvariantCulture),
                ["Mail:TlsMode"] = "None",
            },
        });
        await app.Services.GetRequiredService<StoreMigration>().ApplyAsync(CancellationToken.None);
        await app.Services.GetRequiredService<IAccountAdministration>().AddCompanyAsync("Bench", rootPath: null, 1, CancellationToken.None);
        return new MailServer(app, folder);
    }

    /// <summary>Jobs that have ended with an error and a warning.</summary>
    /// <returns>The mails about them.</returns>
    public async Task<IReadOnlyList<MimeMessage>> AddJobsAsync(int count)
    {
        await Task.WhenAll(Enumerable.Range(0, count).Select(AddJobAsync));
        var reports = app.Services.GetRequiredService<JobReportReader>();
        var composer = app.Services.GetRequiredService<MailComposer>();
        var due = await app.Services.GetRequiredService<IOutbox>()
            .ListDueAsync(OutboxKind.Mail, TimeProvider.System.GetUtcNow(), count, CancellationToken.None);
        var messages = new List<MimeMessage>();
        foreach (var item in due)
            messages.Add(composer.Compose(item, (await reports.ReadAsync(item.InstanceId, item.EmailSetting, CancellationToken.None))!));
        return messages;
    }

    /// <summary>Runs a sender until no mail waits.</summary>
    public async Task SendAllAsync()
    {
        var outbox = app.Services.GetRequiredService<IOutbox>();
        using var sender = ActivatorUtilities.CreateInstance<MailSender>(app.Services);
        await ((IHostedService)sender).StartAsync(CancellationToken.None);
        while (await outbox.NextDueAsync(OutboxKind.Mail, CancellationToken.None) is not null)
            await Task.Delay(Look, TimeProvider.System);
        await sender.StopAsync(CancellationToken.None);
    }

    public async Task MakeDueAgainAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, "ips.db")}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = MakeDue;
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private async Task AddJobAsync(int number)
    {
        var store = app.Services.GetRequiredService<IJobStore>();
        var name = string.Create(CultureInfo.InvariantCulture, $"Nightly {number}");
        var definition = new JobDefinition
        {
            CompanyId = 1,
            OriginalName = name,
            JobType = JobTypes.UrlUpload,
            BlockElement = "uploadUrlsJob",
            BlockXml = "<uploadUrlsJob/>"u8.ToArray(),
            LaneKey = "1/upload",
            SubmitUserId = 1,
            SubmitUserEmail = "bench@example.com",
            CallerUserId = 1,
        };
        var instance = await store.AddInstanceAsync(new NewInstance(definition, TimeProvider.System.GetUtcNow()), CancellationToken.None);
        var resumed = new AuxEntry(LogTypes.UploadWarning, new LocalizedMessage("Log.Resumed"), TimeProvider.System.GetUtcNow());
        await store.StartInstanceAsync(
            new InstanceStart(instance.InstanceId, "bench", [Row(LogTypes.BeginUploadUrls, "Log.BeginUploadUrls")], resumed), CancellationToken.None);
        await store.CommitItemAsync(new ItemCommit(instance.InstanceId, Row(LogTypes.UploadError, "Log.Upload.Empty", "a.jpg")), CancellationToken.None);
        await store.CommitItemAsync(new ItemCommit(instance.InstanceId, Row(LogTypes.UploadWarning, "Log.Upload.Hidden", ".b")), CancellationToken.None);
        await store.EndInstanceAsync(
            new InstanceEnd(instance.InstanceId, JobOutcome.Error, [Row(LogTypes.EndUploadUrls, "Log.End.Error")])
            {
                Mail = new NewMail("bench@example.com", EmailSettings.All, Locale: null),
            },
            CancellationToken.None);
    }

    private static LogRow Row(string logType, string key, params string[] arguments) => new(logType, new LocalizedMessage(key, arguments));
}
