using System.Globalization;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;

namespace IpsJobs.Handlers;

/// <summary>Counts failures in a row that have the same cause outside the files: a full disk, a lost mount, a dead server.</summary>
/// <remarks>A job that can only fail must not grind through all of its files. Any thread may note.</remarks>
/// <param name="limit">So many failures in a row end the job.</param>
public sealed class FailureStreak(int limit = FailureStreak.UsualLimit)
{
    /// <summary>The limit of a job that has no setting for it.</summary>
    public const int UsualLimit = 50;

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
            if (count < limit)
                return;
        }

        throw new FatalJobException(new LocalizedMessage("Log.Fatal.SameFailure", limit.ToString(CultureInfo.InvariantCulture)));
    }
}
