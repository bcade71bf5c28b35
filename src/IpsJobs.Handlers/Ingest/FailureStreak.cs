using System.Globalization;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Counts failures in a row that have the same cause outside the files.</summary>
/// <remarks>A job that can only fail must not grind through all of its files.</remarks>
public sealed class FailureStreak
{
    /// <summary>So many failures in a row end the job.</summary>
    public const int Limit = 50;

    private readonly Lock gate = new();
    private string? last;
    private int count;

    /// <summary>Notes how an item ended.</summary>
    /// <param name="cause">What broke; null for success and for failures that lie in the file itself.</param>
    /// <exception cref="FatalJobException">It was the last failure of a full streak.</exception>
    public void Note(string? cause)
    {
        lock (gate)
        {
            count = cause is null ? 0 : cause == last ? count + 1 : 1;
            last = cause;
            if (count < Limit)
                return;
        }
        throw new FatalJobException(new LocalizedMessage("Log.Fatal.SameFailure", Limit.ToString(CultureInfo.InvariantCulture)));
    }
}
