namespace IpsJobs.Core.Assets;

/// <summary>A program that a file needs is not installed on this machine; the job goes on and its log says which.</summary>
public sealed class ToolMissingException(string tool) : Exception($"The program {tool} is not installed")
{
    /// <summary>Name of the program, e.g. <c>pdftoppm</c>.</summary>
    public string Tool { get; } = tool;
}
