using Spectre.Console;

namespace IpsJobs.Server.Commands;

/// <summary>The console that tables go to; wide where nobody watches, because a log file does not wrap.</summary>
internal static class Screen
{
    private const int WidthOfFiles = 160;

    public static IAnsiConsole Console { get; } = Make();

    private static IAnsiConsole Make()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings());
        if (System.Console.IsOutputRedirected)
            console.Profile.Width = WidthOfFiles;
        return console;
    }
}
