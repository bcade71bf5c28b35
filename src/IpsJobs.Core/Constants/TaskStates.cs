using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary><c>taskState</c> of one task monitor of a running job.</summary>
public static class TaskStates
{
    public const string Unknown = "Unknown";
    public const string New = "New";
    public const string Processing = "Processing";
    public const string Stopping = "Stopping";
    public const string Done = "Done";
    public const string Failed = "Failed";

    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            Unknown, New, Processing, Stopping, Done, Failed,
        ]);
}
