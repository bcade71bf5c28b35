using IpsJobs.Core.Constants;

namespace IpsJobs.Core.Jobs;

/// <summary>The counters of a job log. Each one is written in the transaction that writes the row it counts.</summary>
public sealed record JobCounters
{
    public static JobCounters None { get; } = new();

    public int FileSuccess { get; init; }

    public int FileError { get; init; }

    public int FileWarning { get; init; }

    public int FileDuplicate { get; init; }

    /// <summary>Replaced files; not part of <see cref="FileSuccess"/>.</summary>
    public int FileUpdate { get; init; }

    /// <summary>Work items taken on, generated assets included.</summary>
    public int TotalFile { get; init; }

    /// <summary>Downloads, parts received or files copied to a target, by type of job.</summary>
    public int TransferSuccess { get; init; }

    public int TransferError { get; init; }

    public int TransferWarning { get; init; }

    public bool FatalError { get; init; }

    public bool HasErrors => FileError > 0 || TransferError > 0;

    public bool HasWarnings => FileWarning > 0 || TransferWarning > 0;

    public static JobCounters operator +(JobCounters left, JobCounters right) => new()
    {
        FileSuccess = left.FileSuccess + right.FileSuccess,
        FileError = left.FileError + right.FileError,
        FileWarning = left.FileWarning + right.FileWarning,
        FileDuplicate = left.FileDuplicate + right.FileDuplicate,
        FileUpdate = left.FileUpdate + right.FileUpdate,
        TotalFile = left.TotalFile + right.TotalFile,
        TransferSuccess = left.TransferSuccess + right.TransferSuccess,
        TransferError = left.TransferError + right.TransferError,
        TransferWarning = left.TransferWarning + right.TransferWarning,
        FatalError = left.FatalError || right.FatalError,
    };

    /// <summary>What one row adds: its own type, and every auxiliary warning it carries.</summary>
    public static JobCounters Of(LogRow row)
    {
        var warnings = row.Aux.Count(a => a.LogType == LogTypes.UploadWarning) + (LogTypes.IsWarning(row.LogType) ? 1 : 0);
        return new JobCounters
        {
            FileSuccess = LogTypes.IsSuccess(row.LogType) ? 1 : 0,
            FileError = LogTypes.IsError(row.LogType) ? 1 : 0,
            FileUpdate = row.LogType == LogTypes.FileUpdated ? 1 : 0,
            FileDuplicate = row.LogType == LogTypes.DuplicateSkipped ? 1 : 0,
            FileWarning = warnings,
            FatalError = row.LogType == LogTypes.FatalError,
        };
    }
}
