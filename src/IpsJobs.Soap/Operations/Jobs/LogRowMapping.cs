using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;

namespace IpsJobs.Soap.Operations.Jobs;

/// <summary>Shows rows of logs the way the API does, in the language that the caller, else the job, asked for.</summary>
internal sealed class LogRowMapping(IMessageRenderer renderer, IAssetStore assets)
{
    /// <summary>The rows of one log.</summary>
    public async Task<JobLogDetailArray> ToContractAsync(
        JobInstance instance, IEnumerable<LogRow> rows, OperationCall call, CancellationToken cancellationToken)
    {
        var handles = new AssetHandleLookup(assets, instance.Definition.CompanyId, call.Handles);
        var locale = call.Locales.ForLog(instance.Definition.Locale);
        var array = new JobLogDetailArray();
        foreach (var row in rows)
        {
            array.Items.Add(new JobLogDetail
            {
                LogMessage = renderer.Render(row.Message, locale),
                LogType = row.LogType,
                DateCreated = row.CreatedUtc.UtcDateTime,
                AssetName = row.AssetName,
                AssetType = row.FileType,
                AssetHandle = row.AssetId is { } id ? await handles.FindAsync(id, cancellationToken) : null,
                AuxArray = Aux(row, locale),
            });
        }

        return array;
    }

    /// <summary>A row in the list of an asset's rows.</summary>
    public AssetJobLog ToContract(AssetLogRow entry, OperationCall call)
    {
        var definition = entry.Instance.Definition;
        var locale = call.Locales.ForLog(definition.Locale);
        return new AssetJobLog
        {
            JobHandle = entry.Instance.Handle.ToString(call.Handles),
            JobName = entry.Instance.InstanceName,
            LogMessage = renderer.Render(entry.Row.Message, locale),
            LogType = entry.Row.LogType,
            SubmitUserEmail = definition.SubmitUserEmail,
            LogDate = entry.Row.CreatedUtc.UtcDateTime,
            AuxArray = Aux(entry.Row, locale),
        };
    }

    private JobLogDetailAuxArray? Aux(LogRow row, string? locale)
    {
        if (row.Aux.Count == 0)
            return null;
        var array = new JobLogDetailAuxArray();
        foreach (var aux in row.Aux)
        {
            array.Items.Add(new JobLogDetailAux
            {
                LogMessage = renderer.Render(aux.Message, locale),
                LogType = aux.LogType,
                DateCreated = aux.CreatedUtc.UtcDateTime,
            });
        }

        return array;
    }
}
