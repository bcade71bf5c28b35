namespace IpsJobs.Core.Exports;

/// <summary>An image serving command that this server does not carry out, or whose value it cannot read.</summary>
public sealed class CommandRefusedException(string command) : Exception($"The command '{command}' cannot be carried out")
{
    /// <summary>The command with its value, as given.</summary>
    public string Command { get; } = command;
}
