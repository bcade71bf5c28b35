using IpsJobs.Core.Jobs;

namespace IpsJobs.Storage.Entities;

/// <summary>One run of a job.</summary>
internal sealed class InstanceEntity : DefinitionColumns
{
    public long InstanceId { get; set; }

    public string InstanceName { get; set; } = "";

    /// <summary>Tells instances of one name apart: uploads by HTTP POST are called as submitted, so only theirs is ever above 0.</summary>
    public int NameNumber { get; set; }

    public InstanceState State { get; set; }

    public DateTimeOffset CreatedUtc { get; set; }

    public DateTimeOffset TriggerTimeUtc { get; set; }

    public DateTimeOffset? StartUtc { get; set; }

    public DateTimeOffset? EndUtc { get; set; }

    /// <summary>No foreign key: the instance outlives its trigger.</summary>
    public long? TriggerId { get; set; }

    public string? InitiatingJobName { get; set; }

    public string ServerName { get; set; } = "";

    public int Interruptions { get; set; }

    public string? StoppedBy { get; set; }

    public JobOutcome? Outcome { get; set; }

    /// <summary>Type of the Begin row, the log's own type; empty before there are rows.</summary>
    public string LogType { get; set; } = "";

    public int FileSuccess { get; set; }

    public int FileError { get; set; }

    public int FileWarning { get; set; }

    public int FileDuplicate { get; set; }

    public int FileUpdate { get; set; }

    public int TotalFile { get; set; }

    public int TransferSuccess { get; set; }

    public int TransferError { get; set; }

    public int TransferWarning { get; set; }

    public bool FatalError { get; set; }

    public JobInstance ToRecord(byte[] blockXml) => new()
    {
        InstanceId = InstanceId,
        Definition = ToDefinition(blockXml),
        InstanceName = InstanceName,
        State = State,
        CreatedUtc = CreatedUtc,
        TriggerTimeUtc = TriggerTimeUtc,
        StartUtc = StartUtc,
        EndUtc = EndUtc,
        TriggerId = TriggerId,
        InitiatingJobName = InitiatingJobName,
        ServerName = ServerName,
        Interruptions = Interruptions,
        StoppedBy = StoppedBy,
        Outcome = Outcome,
        Counters = ToCounters(),
    };

    private JobCounters ToCounters() => new()
    {
        FileSuccess = FileSuccess,
        FileError = FileError,
        FileWarning = FileWarning,
        FileDuplicate = FileDuplicate,
        FileUpdate = FileUpdate,
        TotalFile = TotalFile,
        TransferSuccess = TransferSuccess,
        TransferError = TransferError,
        TransferWarning = TransferWarning,
        FatalError = FatalError,
    };
}
