using IpsJobs.Core.Outbox;

namespace IpsJobs.EndToEnd.Tests.Crash;

/// <summary>Something to be sent, as the database has it.</summary>
internal sealed record OutgoingRow(OutboxKind Kind, string Identity, string InstanceName, long InstanceId)
{
    public bool IsSent { get; init; }

    public string OriginalName { get; init; } = "";

    public bool IsFollowOn { get; init; }
}
