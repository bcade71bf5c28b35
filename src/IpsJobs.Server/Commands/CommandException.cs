namespace IpsJobs.Server.Commands;

/// <summary>A command cannot do what it was asked; the message says why and is all the user sees.</summary>
internal sealed class CommandException(string message) : Exception(message);
