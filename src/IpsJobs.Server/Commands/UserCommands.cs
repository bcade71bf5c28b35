using System.CommandLine;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Handles;
using Spectre.Console;

namespace IpsJobs.Server.Commands;

/// <summary>Makes and lists users, and sets passwords.</summary>
internal static class UserCommands
{
    public static Command Build() => new("user", "Users") { Add(), List(), SetPassword() };

    private static Command Add()
    {
        var email = new Argument<string>("EMAIL");
        var company = new Option<string>("--company") { Description = "Company the user belongs to", Required = true };
        var role = new Option<string>("--role") { Description = "Role in the company", Required = true };
        role.AcceptOnlyFromAmong([.. UserRoles.All]);
        var admin = new Option<bool>("--admin") { Description = "System-wide administrator (IpsAdmin)" };
        var first = new Option<string>("--first") { Description = "First name", DefaultValueFactory = _ => "" };
        var last = new Option<string>("--last") { Description = "Last name", DefaultValueFactory = _ => "" };
        var stdin = CommonOptions.PasswordStdin();
        var data = CommonOptions.Data();
        var command = new Command("add", "Make a user; without --password-stdin a password is made and printed once")
        {
            email, company, role, admin, first, last, stdin, data,
        };
        command.SetAction((result, cancellationToken) => CommandErrors.CatchAsync(() => OfflineStore.UseAsync(
            result.GetValue(data)!,
            async (directory, administration, token) =>
            {
                var home = await OfflineStore.GetCompanyAsync(directory, result.GetValue(company)!, token);
                var given = CommonOptions.ReadPassword(result.GetValue(stdin));
                var password = Require(given ?? PasswordGenerator.Next());
                var user = await administration.AddUserAsync(
                    new User
                    {
                        UserId = 0,
                        Email = result.GetValue(email)!,
                        FirstName = result.GetValue(first)!,
                        LastName = result.GetValue(last)!,
                        PasswordHash = PasswordHash.Create(password),
                        IsIpsAdmin = result.GetValue(admin),
                    },
                    [new Membership(home.CompanyId, result.GetValue(role)!, IsActive: true)],
                    token);
                Console.WriteLine(user.Handle.ToString(HandleForm.D2) + (given is null ? $" password: {password}" : ""));
            },
            cancellationToken)));
        return command;
    }

    private static Command List()
    {
        var data = CommonOptions.Data();
        var command = new Command("list", "Show all users with their memberships") { data };
        command.SetAction((result, cancellationToken) => CommandErrors.CatchAsync(() => OfflineStore.UseAsync(
            result.GetValue(data)!,
            async (directory, _, token) =>
            {
                var table = new Table().AddColumns("Handle", "Name", "Admin", "Valid", "Memberships");
                foreach (var account in await directory.ListAccountsAsync(token))
                    table.AddRow(
                        Markup.Escape(account.User.Handle.ToString(HandleForm.D2)),
                        Markup.Escape($"{account.User.FirstName} {account.User.LastName}".Trim()),
                        account.User.IsIpsAdmin ? "yes" : "no",
                        account.User.IsValid ? "yes" : "no",
                        Markup.Escape(string.Join(", ", account.Memberships.Select(Describe))));
                Screen.Console.Write(table);
            },
            cancellationToken)));
        return command;
    }

    private static Command SetPassword()
    {
        var email = new Argument<string>("EMAIL");
        var stdin = CommonOptions.PasswordStdin();
        var data = CommonOptions.Data();
        var command = new Command("set-password", "Give a user a new password; without --password-stdin one is made and printed once")
        {
            email, stdin, data,
        };
        command.SetAction((result, cancellationToken) => CommandErrors.CatchAsync(() => OfflineStore.UseAsync(
            result.GetValue(data)!,
            async (directory, administration, token) =>
            {
                var account = await directory.FindAccountAsync(result.GetValue(email)!, token)
                    ?? throw new CommandException($"There is no user '{result.GetValue(email)}'; user list shows all");
                var given = CommonOptions.ReadPassword(result.GetValue(stdin));
                var password = Require(given ?? PasswordGenerator.Next());
                // A new password never expires; an old end would lock its user out again.
                await administration.UpdateUserAsync(
                    account.User with { PasswordHash = PasswordHash.Create(password), PasswordExpiresUtc = null }, token);
                Console.WriteLine(given is null ? $"password: {password}" : "done");
            },
            cancellationToken)));
        return command;
    }

    private static string Describe(Membership membership) =>
        $"c|{membership.CompanyId} {membership.Role}" + (membership.IsActive ? "" : " (inactive)");

    private static string Require(string password) =>
        password.Length > 0 ? password : throw new CommandException("The password must not be empty");
}
