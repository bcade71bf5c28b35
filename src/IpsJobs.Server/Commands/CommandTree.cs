using System.CommandLine;

namespace IpsJobs.Server.Commands;

/// <summary>The command line.</summary>
public static class CommandTree
{
    /// <summary>All commands; without one the server is run.</summary>
    public static RootCommand Build()
    {
        var serve = ServeCommand.Build();
        var root = new RootCommand("IpsJobs: a self-hosted server for the job API of the Image Production System")
        {
            serve,
            DemoCommand.Build(),
            CompanyCommands.Build(),
            UserCommands.Build(),
            JobCommands.Build(),
            PublishServerCommands.Build(),
            ContextCommands.Build(),
            BackupCommand.Build(),
            MailCommands.Build(),
        };
        foreach (var option in serve.Options)
            root.Add(option);
        root.Action = serve.Action;
        return root;
    }
}
