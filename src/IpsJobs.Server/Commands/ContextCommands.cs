using System.CommandLine;
using IpsJobs.Core.Constants;
using Spectre.Console;

namespace IpsJobs.Server.Commands;

/// <summary>Publish contexts of a company.</summary>
internal static class ContextCommands
{
    public static Command Build() => new("context", "Publish contexts") { Add(), List() };

    private static Command Add()
    {
        var name = new Argument<string>("NAME");
        var type = new Option<string>("--type") { Description = "Type of the context", Required = true };
        type.AcceptOnlyFromAmong([.. PublishContextTypes.All]);
        var company = new Option<string>("--company") { Description = "Company", Required = true };
        var all = new Option<bool>("--publish-all") { Description = "A test context: assets are published whether marked or not" };
        var data = CommonOptions.Data();
        var command = new Command("add", "Add a publish context") { name, type, company, all, data };
        command.SetAction((result, cancellationToken) => CommandErrors.CatchAsync(() => OfflineStore.UseAsync(
            result.GetValue(data)!,
            async (accounts, administration, token) =>
            {
                var home = await OfflineStore.GetCompanyAsync(accounts, result.GetValue(company)!, token);
                var context = await administration.AddContextAsync(
                    home.CompanyId, result.GetValue(name)!, result.GetValue(type)!, result.GetValue(all), token);
                Console.WriteLine($"{context.Handle.ToString()} {context.Name} ({context.Type})");
            },
            cancellationToken)));
        return command;
    }

    private static Command List()
    {
        var data = CommonOptions.Data();
        var command = new Command("list", "Show all publish contexts") { data };
        command.SetAction((result, cancellationToken) => CommandErrors.CatchAsync(() => OfflineStore.UseAsync(
            result.GetValue(data)!,
            async (accounts, _, token) =>
            {
                var table = new Table().AddColumns("Handle", "Company", "Name", "Type", "Publish all");
                foreach (var company in await accounts.ListCompaniesAsync(token))
                    foreach (var context in await accounts.ListContextsAsync(company.CompanyId, token))
                        table.AddRow(
                            Markup.Escape(context.Handle.ToString()), Markup.Escape(company.Name), Markup.Escape(context.Name),
                            context.Type, context.PublishAll ? "yes" : "no");
                Screen.Console.Write(table);
            },
            cancellationToken)));
        return command;
    }
}
