using System.CommandLine;
using System.Globalization;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Handles;
using Spectre.Console;

namespace IpsJobs.Server.Commands;

/// <summary>Makes, lists and changes companies.</summary>
internal static class CompanyCommands
{
    public static Command Build() => new("company", "Companies") { Add(), List(), Set() };

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

    private static Command Set()
    {
        var name = new Argument<string>("NAME") { Description = "Name of the company" };
        var instant = new Option<bool?>("--instant-publish") { Description = "Publish new and changed assets after every job that makes them: true or false" };
        var admin = new Option<bool?>("--publish-needs-admin") { Description = "Only administrators may publish: true or false" };
        var scripts = new Option<bool?>("--javascript-upload") { Description = "Accept JavaScript files: true or false" };
        var lane = new Option<int?>("--upload-lane-size") { Description = "Uploads at work at once" };
        lane.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1)
                result.AddError("--upload-lane-size must be 1 or more");
        });
        var data = CommonOptions.Data();
        var command = new Command("set", "Change settings of a company that the API does not offer") { name, instant, admin, scripts, lane, data };
        command.SetAction((result, cancellationToken) => CommandErrors.CatchAsync(() => OfflineStore.UseAsync(
            result.GetValue(data)!,
            async (directory, administration, token) =>
            {
                var company = await OfflineStore.GetCompanyAsync(directory, result.GetValue(name)!, token);
                var changed = await administration.ChangeCompanyAsync(company.CompanyId, now => now with
                {
                    InstantPublish = result.GetValue(instant) ?? now.InstantPublish,
                    PublishNeedsAdmin = result.GetValue(admin) ?? now.PublishNeedsAdmin,
                    JavascriptUploadEnabled = result.GetValue(scripts) ?? now.JavascriptUploadEnabled,
                    UploadLaneSize = result.GetValue(lane) ?? now.UploadLaneSize,
                }, token);
                Show(changed);
            },
            cancellationToken)));
        return command;
    }

    private static void Show(Company company) => Screen.Console.Write(new Table()
        .AddColumns("Setting", "Value")
        .AddRow("instant-publish", Text(company.InstantPublish))
        .AddRow("publish-needs-admin", Text(company.PublishNeedsAdmin))
        .AddRow("javascript-upload", Text(company.JavascriptUploadEnabled))
        .AddRow("upload-lane-size", company.UploadLaneSize.ToString(CultureInfo.InvariantCulture)));

    private static string Text(bool value) => value ? "true" : "false";
}
