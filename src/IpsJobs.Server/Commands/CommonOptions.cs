using System.CommandLine;
using IpsJobs.Core.Text;

namespace IpsJobs.Server.Commands;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    public static Option<string> Data() => new("--data")
    {
        Description = "Data folder",
        DefaultValueFactory = _ => "data",
    };

    public static Option<string> Urls(string standard) => new("--urls")
    {
        Description = "Addresses to listen on, separated by semicolons",
        DefaultValueFactory = _ => standard,
    };

    public static Option<bool> PasswordStdin() => new("--password-stdin")
    {
        Description = "Read the password from the first line of standard input",
    };

    public static Option<string?> Locale(string description)
    {
        var option = new Option<string?>("--locale") { Description = description };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !Locales.TryNormalize(token.Value, out _))
                result.AddError($"'{token.Value}' is no locale such as en or pt-BR");
        });
        return option;
    }

    /// <summary>Reads the password when asked to; null otherwise.</summary>
    public static string? ReadPassword(bool fromStdin) => fromStdin ? Console.In.ReadLine() ?? "" : null;
}
