using System.CommandLine;
using IpsJobs.Core.Handles;
using Spectre.Console;

namespace IpsJobs.Server.Commands;

/// <summary>Makes and lists companies.</summary>
internal static class CompanyCommands
{
    public static Command Build() => new("company", "Companies") { Add(), List() };

    private static Command Add()
    {
        var name = new Argument<string>("NAME");
        var id = new Option<int?>("--id") { Description = "Wanted company id; the next free one without it" };
        var data = CommonOptions.Data();
        var command = new Command("add", "Make a company with its default publish contexts") { name, id, data };
        command.SetAction((result, cancellationToken) => CommandErrors.CatchAsync(() => OfflineStore.UseAsync(
            result.GetValue(data)!,
            async (_, administration, token) =>
            {
                var company = await administration.AddCompanyAsync(result.GetValue(name)!, rootPath: null, result.GetValue(id), token);
                Console.WriteLine($"{company.Handle.ToString(HandleForm.D2)} {company.Name} ({company.RootPath})");
            },
            cancellationToken)));
        return command;
    }

    private static Command List()
    {
        var data = CommonOptions.Data();
        var command = new Command("list", "Show all companies") { data };
        command.SetAction((result, cancellationToken) => CommandErrors.CatchAsync(() => OfflineStore.UseAsync(
            result.GetValue(data)!,
            async (directory, _, token) =>
            {
                var table = new Table().AddColumns("Handle", "Name", "Root", "Expires");
                foreach (var company in await directory.ListCompaniesAsync(token))
                    table.AddRow(
                        Markup.Escape(company.Handle.ToString(HandleForm.D2)), Markup.Escape(company.Name), Markup.Escape(company.RootPath),
                        company.ExpiresUtc?.ToString("u") ?? "never");
                Screen.Console.Write(table);
            },
            cancellationToken)));
        return command;
    }
}
