using System.CommandLine;
using System.Globalization;
using IpsJobs.Core.Files;
using IpsJobs.Core.Outbox;
using IpsJobs.Notifications;
using IpsJobs.Notifications.Email;
using IpsJobs.Server.Hosting;
using IpsJobs.Storage;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace IpsJobs.Server.Commands;

/// <summary>Tries the mail settings, and shows what became of outgoing mail.</summary>
internal static class MailCommands
{
    private const int DefaultRows = 100;

    public static Command Build() => new("mail", "Outgoing mail") { Test(), List(), Retry() };

    private static Command Test()
    {
        var address = new Argument<string>("ADDRESS") { Description = "Recipient" };
        var locale = CommonOptions.Locale("Language of the mail, e.g. pt-BR; the server's default without it");
        var data = CommonOptions.Data();
        var command = new Command("test", "Send a test mail with the settings that the server uses") { address, locale, data };
        command.SetAction((result, cancellationToken) => CommandErrors.CatchAsync(() => UseAsync(
            result.GetValue(data)!,
            services => TestAsync(services, result.GetValue(address)!, result.GetValue(locale), cancellationToken))));
        return command;
    }

    private static async Task TestAsync(IServiceProvider services, string address, string? locale, CancellationToken cancellationToken)
    {
        var mail = services.GetRequiredService<IOptions<MailOptions>>().Value;
        try
        {
            await services.GetRequiredService<MailProbe>().SendAsync(address, locale, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            var place = mail.Host.Length > 0 ? $"{mail.Host}:{mail.EffectivePort} ({mail.TlsMode})" : services.GetRequiredService<DataFolder>().Mail;
            throw new CommandException($"No mail can be sent through {place}: {failure.Message.ReplaceLineEndings(" ")}");
        }

        Console.WriteLine(mail.Host.Length > 0
            ? $"{mail.Host}:{mail.EffectivePort} has accepted a test mail to {address}"
            : $"Mail:Host is not set, so the test mail to {address} was written into {services.GetRequiredService<DataFolder>().Mail}");
    }

    private static Command List()
    {
        var failed = new Option<bool>("--failed") { Description = "Only mail that was given up" };
        var limit = new Option<int>("--limit") { Description = "Rows at most", DefaultValueFactory = _ => DefaultRows };
        var data = CommonOptions.Data();
        var command = new Command("list", "Show outgoing mail, newest first") { failed, limit, data };
        command.SetAction((result, cancellationToken) => CommandErrors.CatchAsync(() => UseAsync(
            result.GetValue(data)!,
            async services => Show(await services.GetRequiredService<IOutbox>().ListAsync(
                OutboxKind.Mail, result.GetValue(failed), result.GetValue(limit), cancellationToken)))));
        return command;
    }

    private static Command Retry()
    {
        var id = new Argument<long?>("ID") { Description = "Number of the mail; all that were given up without it", Arity = ArgumentArity.ZeroOrOne };
        var data = CommonOptions.Data();
        var command = new Command("retry", "Send mail again that was given up") { id, data };
        command.SetAction((result, cancellationToken) => CommandErrors.CatchAsync(() => UseAsync(
            result.GetValue(data)!,
            async services =>
            {
                var count = await services.GetRequiredService<IOutbox>().RetryFailedAsync(OutboxKind.Mail, result.GetValue(id), cancellationToken);
                Console.WriteLine($"{count} to be sent again; a running server notices within a minute");
            })));
        return command;
    }

    private static void Show(IReadOnlyList<OutboxState> rows)
    {
        var table = new Table().AddColumns("Id", "Recipient", "Created", "State", "Attempts", "Last failure");
        foreach (var row in rows)
            table.AddRow(
                row.Item.OutboxId.ToString(CultureInfo.InvariantCulture),
                Markup.Escape(row.Item.Target),
                row.Item.CreatedUtc.ToString("u"),
                State(row),
                row.Item.Attempts.ToString(CultureInfo.InvariantCulture),
                Markup.Escape(row.LastError ?? ""));
        Screen.Console.Write(table);
    }

    private static string State(OutboxState row) => row switch
    {
        { IsFailed: true } => "failed",
        { SentUtc: { } sent } => $"sent {sent:u}",
        _ => $"next try {row.NextUtc:u}",
    };

    private static async Task<int> UseAsync(string dataPath, Func<IServiceProvider, Task> work)
    {
        await using var services = ServerHost.BuildOffline(dataPath, (parts, configuration) => parts.AddIpsNotifications(configuration));
        services.GetRequiredService<IStartupValidator>().Validate();
        await services.GetRequiredService<StoreMigration>().ApplyAsync(CancellationToken.None);
        await work(services);
        return 0;
    }
}
