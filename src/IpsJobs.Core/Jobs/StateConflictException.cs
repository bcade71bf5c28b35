namespace IpsJobs.Core.Jobs;

/// <summary>An instance or trigger had already left the state that a move expected; nothing was changed.</summary>
public sealed class StateConflictException(string subject, string expected, string actual)
    : Exception($"{subject} is {actual}, not {expected}")
{
    /// <summary>What was to be moved, e.g. <c>instance 17</c>.</summary>
    public string Subject { get; } = subject;

    public string Expected { get; } = expected;

    public string Actual { get; } = actual;
}
