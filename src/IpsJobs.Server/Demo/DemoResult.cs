using IpsJobs.Contracts;
using IpsJobs.Core.Constants;
using IpsJobs.Server.Client;

namespace IpsJobs.Server.Demo;

/// <summary>How a job of the demo ended.</summary>
/// <param name="Block">Element of its block.</param>
/// <param name="Log">Its log.</param>
/// <param name="Left">What it left in the data folder, or in the database when that is all.</param>
/// <param name="Missing">Programs that it could not do without; empty when all are there.</param>
internal sealed record DemoResult(string Block, JobLog Log, string Left, IReadOnlyList<string> Missing)
{
    // The first row of a log is the same for several types.
    private string JobType => Log.DetailArray?.Items.Find(row => row.LogType == LogTypes.JobType)?.LogMessage ?? "";

    /// <summary>A demo must not fail for a program that nobody has installed; it says so instead.</summary>
    public bool IsGood => JobLogTable.Succeeded(Log) || (Missing.Count > 0 && Log.FatalError == false);

    /// <summary>Counters and files in one line.</summary>
    public string Describe(ClientTexts texts)
    {
        var remark = Missing.Count == 0 ? "" : $"; not installed: {string.Join(", ", Missing)}";
        return $"{Block} ({JobType}): {JobLogTable.Counters(Log, texts)}; {Left}{remark}";
    }
}
