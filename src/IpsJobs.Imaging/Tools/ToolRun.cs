namespace IpsJobs.Imaging.Tools;

/// <summary>One call of a program.</summary>
/// <param name="Program">Name on the search path.</param>
/// <param name="Arguments">Passed as they are; no shell sees them.</param>
/// <param name="Scratch">Working directory, also the program's home and place for temporary files.</param>
/// <param name="Timeout">Longest run, of wall-clock as of processor time.</param>
public sealed record ToolRun(string Program, IReadOnlyList<string> Arguments, string Scratch, TimeSpan Timeout)
{
    /// <summary>Most bytes it may write to standard output, which is held in memory; files it writes have a limit of their own.</summary>
    public long MaxStandardOutput { get; init; } = 16 * 1024 * 1024;

    /// <summary>Processors it uses at the same time: the limit of processor time is so many times the limit of wall-clock time.</summary>
    public int Processors { get; init; } = 1;
}
