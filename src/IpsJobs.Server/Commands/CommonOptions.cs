using System.CommandLine;

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

    /// <summary>Reads the password when asked to; null otherwise.</summary>
    public static string? ReadPassword(bool fromStdin) => fromStdin ? Console.In.ReadLine() ?? "" : null;
}
