using IpsJobs.Core.Jobs;
using IpsJobs.EndToEnd.Tests.Hosting;

namespace IpsJobs.EndToEnd.Tests.Crash;

/// <summary>An instance as the database has it.</summary>
internal sealed record StoredInstance(long Id, string Name, string OriginalName, string JobType)
{
    private const string Select =
        """
        SELECT "InstanceId", "InstanceName", "OriginalName", "JobType", "State", "EndUtc", "Outcome", "InitiatingJobName",
        "FileSuccess", "FileError", "FileWarning", "FileDuplicate", "FileUpdate", "TotalFile", "FatalError", "Interruptions", "StoppedBy"
        FROM "Instances" ORDER BY "InstanceId"
        """;

    public int State { get; init; }

    public bool HasEnd { get; init; }

    public JobOutcome? Outcome { get; init; }

    public string? InitiatingJobName { get; init; }

    public int Interruptions { get; init; }

    public string? StoppedBy { get; init; }

    /// <summary>Without the transfer counters, which follow from no row.</summary>
    public JobCounters Counters { get; init; } = JobCounters.None;

    public bool EndedByItself => Outcome is not (JobOutcome.Stopped or JobOutcome.Fatal);

    public static IReadOnlyList<StoredInstance> ListOf(StoreReader store) => store.List(
        Select,
        r => new StoredInstance(r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3))
        {
            State = r.GetInt32(4),
            HasEnd = !r.IsDBNull(5),
            Outcome = r.IsDBNull(6) ? null : (JobOutcome)r.GetInt32(6),
            InitiatingJobName = r.IsDBNull(7) ? null : r.GetString(7),
            Interruptions = r.GetInt32(15),
            StoppedBy = r.IsDBNull(16) ? null : r.GetString(16),
            Counters = new JobCounters
            {
                FileSuccess = r.GetInt32(8),
                FileError = r.GetInt32(9),
                FileWarning = r.GetInt32(10),
                FileDuplicate = r.GetInt32(11),
                FileUpdate = r.GetInt32(12),
                TotalFile = r.GetInt32(13),
                FatalError = r.GetBoolean(14),
            },
        });
}
