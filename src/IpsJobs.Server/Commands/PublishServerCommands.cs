using System.CommandLine;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using Spectre.Console;

namespace IpsJobs.Server.Commands;

/// <summary>Publish targets of a company.</summary>
internal static class PublishServerCommands
{
    public static Command Build() => new("publish-server", "Publish targets") { Add(), List(), Remove() };

    private static Command Add()
    {
        var name = new Argument<string>("NAME");
        var directory = new Argument<string>("DIRECTORY");
        var company = new Option<string>("--company") { Description = "Company", Required = true };
        var context = new Option<string>("--context")
        {
            Description = "Publish context", DefaultValueFactory = _ => PublishContextTypes.ImageServing,
        };
        var data = CommonOptions.Data();
        var command = new Command("add", "Add a directory that receives what is published") { name, directory, company, context, data };
        command.SetAction((result, cancellationToken) => CommandErrors.CatchAsync(() => OfflineStore.UseAsync(
            result.GetValue(data)!,
            async (accounts, administration, token) =>
            {
                var home = await OfflineStore.GetCompanyAsync(accounts, result.GetValue(company)!, token);
                var wanted = result.GetValue(context)!;
                var place = (await accounts.ListContextsAsync(home.CompanyId, token)).FirstOrDefault(c => c.Name == wanted)
                    ?? throw new CommandException($"Company '{home.Name}' has no publish context '{wanted}'; context list shows all");
                var path = Path.GetFullPath(result.GetValue(directory)!);
                var server = await administration.AddServerAsync(place.ContextId, result.GetValue(name)!, path, token);
                Console.WriteLine($"{server.ServerId} {server.Name} {server.Directory}");
            },
            cancellationToken)));
        return command;
    }

    private static Command List()
    {
        var data = CommonOptions.Data();
        var command = new Command("list", "Show all publish targets") { data };
        command.SetAction((result, cancellationToken) => CommandErrors.CatchAsync(() => OfflineStore.UseAsync(
            result.GetValue(data)!,
            async (accounts, _, token) =>
            {
                var table = new Table().AddColumns("Id", "Company", "Context", "Name", "Directory", "Active");
                foreach (var company in await accounts.ListCompaniesAsync(token))
                    foreach (var context in await accounts.ListContextsAsync(company.CompanyId, token))
                        foreach (var server in await accounts.ListServersAsync(context.ContextId, token))
                            AddRow(table, company, context, server);
                Screen.Console.Write(table);
            },
            cancellationToken)));
        return command;
    }

    private static Command Remove()
    {
        var id = new Argument<int>("ID");
        var data = CommonOptions.Data();
        var command = new Command("remove", "Take a publish target out of use; its files and history stay") { id, data };
        command.SetAction((result, cancellationToken) => CommandErrors.CatchAsync(() => OfflineStore.UseAsync(
            result.GetValue(data)!,
            (_, administration, token) => administration.RemoveServerAsync(result.GetValue(id), token),
            cancellationToken)));
        return command;
    }

    private static void AddRow(Table table, Company company, PublishContext context, PublishServer server) => table.AddRow(
        $"{server.ServerId}", Markup.Escape(company.Name), Markup.Escape(context.Name), Markup.Escape(server.Name),
        Markup.Escape(server.Directory), server.IsActive ? "yes" : "no");
}
