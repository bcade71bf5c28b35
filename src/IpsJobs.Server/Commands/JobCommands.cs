using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Xml.Linq;
using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Handles;
using IpsJobs.Core.Text;
using IpsJobs.Server.Client;
using Spectre.Console;

namespace IpsJobs.Server.Commands;

/// <summary>A client of any server that speaks the API: submits, lists and follows jobs.</summary>
internal static class JobCommands
{
    /// <summary>Where the password comes from when it is not read from standard input.</summary>
    private const string PasswordVariable = "IPS_PASSWORD";

    public static Command Build() => new("job", "Jobs of this or any other server that speaks the API")
    {
        Submit(),
        List(),
        Log(),
        Control("stop", "Stop what the handle names"),
        Control("pause", "Pause a scheduled job"),
        Control("resume", "Resume a paused job"),
        Control("execute", "Run a scheduled job now"),
        Control("delete", "Remove a scheduled job, or stop a running one"),
    };

    private static Command Submit()
    {
        var file = new Argument<FileInfo>("FILE.xml") { Description = "A submitJobParam document, bare or in an envelope" };
        var wait = new Option<bool>("--wait") { Description = "Follow the job; the exit code tells how it ended" };
        var connection = new ConnectionOptions();
        var command = connection.AddTo(new Command("submit", "Submit a job") { file, wait });
        command.SetAction((result, cancellationToken) => CommandErrors.CatchAsync(async () =>
        {
            using var http = new HttpClient();
            var client = connection.Connect(result, http);
            var request = ReadRequest(result.GetValue(file)!);
            var reply = await client.PostElementAsync(request, cancellationToken);
            var handle = ((SubmitJobReturn)reply.Message).JobHandle!;
            Console.WriteLine(handle);
            return result.GetValue(wait) ? await FollowAsync(client, handle, connection.Texts(result), cancellationToken) : 0;
        }));
        return command;
    }

    private static Command List()
    {
        var connection = new ConnectionOptions();
        var command = connection.AddTo(new Command("list", "Show active and scheduled jobs"));
        command.SetAction((result, cancellationToken) => CommandErrors.CatchAsync(async () =>
        {
            using var http = new HttpClient();
            var client = connection.Connect(result, http);
            var active = await client.CallAsync<GetActiveJobsReturn>(
                "getActiveJobs", new GetActiveJobsParam { IncludeWaitingJobs = true }, cancellationToken);
            var scheduled = await client.CallAsync<GetScheduledJobsReturn>("getScheduledJobs", new GetScheduledJobsParam(), cancellationToken);
            var table = Columns(new Table(), connection.Texts(result));
            foreach (var job in active.JobArray?.Items ?? [])
                table.AddRow(Escape(job.JobHandle), Escape(job.Type), Escape(job.State), $"{job.Progress} % {Escape(job.ProgressMessage)}", "");
            foreach (var job in scheduled.JobArray?.Items ?? [])
                table.AddRow(Escape(job.JobHandle), Escape(job.Type), Escape(job.TriggerState), "", job.NextFireTime?.ToString("u") ?? "");
            Screen.Console.Write(table);
            return 0;
        }));
        return command;
    }

    private static Command Log()
    {
        var handle = new Argument<string>("HANDLE");
        var connection = new ConnectionOptions();
        var command = connection.AddTo(new Command("log", "Show the log of a job") { handle });
        command.SetAction((result, cancellationToken) => CommandErrors.CatchAsync(async () =>
        {
            using var http = new HttpClient();
            var job = result.GetValue(handle)!;
            var log = await new JobWatch(connection.Connect(result, http), TimeProvider.System)
                .FindLogAsync(CompanyOf(job), job, cancellationToken) ?? throw new CommandException($"Job '{job}' has no log yet");
            Show(log, connection.Texts(result));
            return 0;
        }));
        return command;
    }

    private static Command Control(string verb, string description)
    {
        var handle = new Argument<string>("HANDLE");
        var connection = new ConnectionOptions();
        var command = connection.AddTo(new Command(verb, description) { handle });
        command.SetAction((result, cancellationToken) => CommandErrors.CatchAsync(async () =>
        {
            using var http = new HttpClient();
            var job = result.GetValue(handle)!;
            await CallAsync(connection.Connect(result, http), verb, CompanyOf(job), job, cancellationToken);
            Console.WriteLine($"{verb}: done");
            return 0;
        }));
        return command;
    }

    private static async Task CallAsync(IpsClient client, string verb, string company, string job, CancellationToken cancellationToken)
    {
        IContractType param = verb switch
        {
            "stop" => new StopJobParam { CompanyHandle = company, JobHandle = job },
            "pause" => new PauseJobParam { CompanyHandle = company, JobHandle = job },
            "resume" => new ResumeJobParam { CompanyHandle = company, JobHandle = job },
            "execute" => new ExecuteJobParam { CompanyHandle = company, JobHandle = job },
            _ => new DeleteJobParam { CompanyHandle = company, JobHandle = job },
        };
        await client.CallAsync<IContractType>(verb + "Job", param, cancellationToken);
    }

    private static async Task<int> FollowAsync(
        IpsClient client, string handle, ClientTexts texts, CancellationToken cancellationToken)
    {
        var watch = new JobWatch(client, TimeProvider.System);
        var log = await Screen.Console.Progress().StartAsync(async progress =>
        {
            var task = progress.AddTask(texts.Text("Table.Waiting"));
            var ended = await watch.WaitAsync(
                CompanyOf(handle),
                handle,
                (percent, phase) =>
                {
                    task.Value = percent;
                    task.Description = phase.Length > 0 ? Markup.Escape(phase) : texts.Text("Table.Running");
                },
                cancellationToken);
            task.Value = task.MaxValue;
            return ended;
        });
        Show(log, texts);
        return JobLogTable.Succeeded(log) ? 0 : 1;
    }

    private static Table Columns(Table table, ClientTexts texts) => table.AddColumns(
        texts.Text("Table.Handle"), texts.Text("Table.Type"), texts.Text("Table.State"), texts.Text("Table.Progress"), texts.Text("Table.NextRun"));

    private static void Show(JobLog log, ClientTexts texts)
    {
        Screen.Console.Write(JobLogTable.Of(log, texts));
        Console.WriteLine(JobLogTable.Counters(log, texts));
    }

    private static XElement ReadRequest(FileInfo file)
    {
        var root = XDocument.Load(file.FullName).Root!;
        var body = root.Elements().FirstOrDefault(e => e.Name.LocalName == "Body");
        return body is null ? root : body.Elements().First();
    }

    private static string CompanyOf(string jobHandle) => JobHandle.TryParse(jobHandle, out var handle)
        ? new CompanyHandle(handle!.CompanyId).ToString(HandleForm.D2)
        : throw new CommandException($"'{jobHandle}' is no job handle");

    private static string Escape(string? text) => Markup.Escape(text ?? "");

    /// <summary>Where the server is and who calls.</summary>
    private sealed class ConnectionOptions
    {
        private readonly Option<Uri?> url = new("--url")
        {
            Description = "Service address", Required = true, CustomParser = ReadAddress,
        };

        private readonly Option<string> user = new("--user") { Description = "E-mail of the caller", Required = true };
        private readonly Option<bool> stdin = CommonOptions.PasswordStdin();
        private readonly Option<string?> locale = CommonOptions.Locale(
            "Language of messages and tables, e.g. pt-BR; that of the environment without it");

        public Command AddTo(Command command)
        {
            command.Add(locale);
            command.Add(url);
            command.Add(user);
            command.Add(stdin);
            return command;
        }

        public IpsClient Connect(ParseResult result, HttpClient http)
        {
            var password = CommonOptions.ReadPassword(result.GetValue(stdin))
                ?? Environment.GetEnvironmentVariable(PasswordVariable)
                ?? throw new CommandException($"Give the password with --password-stdin or in the variable {PasswordVariable}");
            return new IpsClient(http, result.GetRequiredValue(url)!, new Credentials(result.GetValue(user)!, password), LocaleOf(result));
        }

        public ClientTexts Texts(ParseResult result) => new(LocaleOf(result));

        private string? LocaleOf(ParseResult result) => Locales.TryNormalize(
            result.GetValue(locale) ?? CultureInfo.CurrentUICulture.Name, out var normalized) ? normalized : null;

        private static Uri? ReadAddress(ArgumentResult result)
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
                return address;
            result.AddError($"'{result.Tokens[0].Value}' is no http or https address");
            return null;
        }
    }
}
