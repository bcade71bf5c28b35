using System.Globalization;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;

namespace IpsJobs.Handlers.Publishing;

/// <summary>Gives a job up when file after file fails for the same input/output cause: the disk is full or gone.</summary>
public sealed class FailureLimit(int limit)
{
    private int cause;
    private int count;

    /// <summary>Notes the result of one file; a delivered one starts the count anew.</summary>
    /// <exception cref="FatalJobException">The limit is reached.</exception>
    public void Note(DeliveryResult result)
    {
        if (result.Cause is not { } failure)
        {
            count = 0;
            return;
        }

        count = failure.HResult == cause ? count + 1 : 1;
        cause = failure.HResult;
        if (count >= limit)
            throw new FatalJobException(new LocalizedMessage("Log.Fatal.TooManyFailures", count.ToString(CultureInfo.InvariantCulture)));
    }
}
