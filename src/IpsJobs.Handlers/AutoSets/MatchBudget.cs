namespace IpsJobs.Handlers.AutoSets;

/// <summary>Time that all expressions of one preset have together in one run.</summary>
/// <remarks>
/// Presets come from users and need look-around, so they run on an engine that a bad expression can keep busy for ever. One slow
/// match is cut off by the engine; this bounds the sum of many that are just not slow enough.
/// </remarks>
public sealed class MatchBudget(TimeProvider time)
{
    /// <summary>Longest single match.</summary>
    public static readonly TimeSpan PerMatch = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan Whole = TimeSpan.FromSeconds(10);
    private TimeSpan left = Whole;

    /// <summary>Runs a match on the budget.</summary>
    /// <exception cref="ExpressionTooSlowException">It is used up.</exception>
    public T Spend<T>(Func<T> match)
    {
        if (left <= TimeSpan.Zero)
            throw new ExpressionTooSlowException();
        var began = time.GetTimestamp();
        try
        {
            return match();
        }
        finally
        {
            left -= time.GetElapsedTime(began);
        }
    }
}
