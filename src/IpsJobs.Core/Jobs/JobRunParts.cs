using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Configuration;
using Company = IpsJobs.Core.Accounts.Company;

namespace IpsJobs.Core.Jobs;

/// <summary>What a <see cref="JobRun"/> is made of.</summary>
public sealed record JobRunParts
{
    public required JobInstance Instance { get; init; }

    public required JobTypeInfo Type { get; init; }

    public required IContractType Block { get; init; }

    public required Company Company { get; init; }

    public required Account User { get; init; }

    public required IReadOnlySet<string> DoneItems { get; init; }

    public required string StagingDirectory { get; init; }

    public required IJobStore Store { get; init; }

    public required ProgressBoard Progress { get; init; }

    public required StopSignals Stops { get; init; }

    public required ServerClock Clock { get; init; }

    public EndRemarks End { get; init; } = new();
}
