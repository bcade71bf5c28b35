using IpsJobs.Contracts;
using IpsJobs.Core.Handles;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Soap.Operations.Jobs;

/// <summary>Shows the log of an instance the way the API does.</summary>
internal sealed class JobLogMapping(JobTypeRegistry types)
{
    /// <summary>A log in the list of logs, without rows.</summary>
    public JobLog ToListed(JobInstance instance, OperationCall call)
    {
        var log = ToContract(instance, call);
        if (!call.Dialect.CountsUpdatesAsSuccesses)
            return log;
        log.FileSuccessCount += log.FileUpdateCount;
        log.FileUpdateCount = 0;
        log.FileDuplicateCount = 0;
        log.EndDate = null;
        return log;
    }

    /// <summary>A log with all its counters, to which rows can be added.</summary>
    public JobLog ToContract(JobInstance instance, OperationCall call)
    {
        var definition = instance.Definition;
        var counters = instance.Counters;
        return new JobLog
        {
            CompanyHandle = new CompanyHandle(definition.CompanyId).ToString(call.Handles),
            JobHandle = instance.Handle.ToString(call.Handles),
            JobName = instance.InstanceName,
            OriginalJobName = definition.OriginalName,
            SubmitUserEmail = definition.SubmitUserEmail,
            LogType = types.Find(definition.JobType)?.BeginLogType ?? "",
            JobSubType = definition.JobSubType,
            StartDate = instance.StartUtc?.UtcDateTime,
            EndDate = instance.EndUtc?.UtcDateTime,
            Description = definition.Description ?? "",
            FileSuccessCount = counters.FileSuccess,
            FileErrorCount = counters.FileError,
            FileWarningCount = counters.FileWarning,
            FileDuplicateCount = counters.FileDuplicate,
            FileUpdateCount = counters.FileUpdate,
            TotalFileCount = counters.TotalFile,
            TransferSuccessCount = counters.TransferSuccess,
            TransferErrorCount = counters.TransferError,
            TransferWarningCount = counters.TransferWarning,
            FatalError = counters.FatalError,
        };
    }
}
