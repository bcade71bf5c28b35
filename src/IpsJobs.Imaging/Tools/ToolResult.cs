namespace IpsJobs.Imaging.Tools;

/// <summary>How a program ended.</summary>
/// <param name="ExitCode">0 for success; what a killed program has otherwise.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Errors">The end of what it wrote to standard error.</param>
/// <param name="TimedOut">It was ended because it took too long or wrote too much.</param>
public sealed record ToolResult(int ExitCode, byte[] Output, string Errors, bool TimedOut)
{
    public bool Succeeded => ExitCode == 0 && !TimedOut;
}
