using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;

namespace IpsJobs.Storage.Entities;

/// <summary>One row of a job log.</summary>
internal sealed class LogRowEntity
{
    public long RowId { get; set; }

    public long InstanceId { get; set; }

    public string LogType { get; set; } = "";

    public DateTimeOffset CreatedUtc { get; set; }

    public string MessageKey { get; set; } = "";

    /// <summary>JSON array of strings.</summary>
    public string Arguments { get; set; } = "[]";

    public string? ItemKey { get; set; }

    public string? AssetName { get; set; }

    public string? FileType { get; set; }

    public long? AssetId { get; set; }

    /// <summary>JSON array of <see cref="AuxEntry"/>; null for none, which is the rule.</summary>
    public string? Aux { get; set; }

    public LogRow ToRecord() => new(LogType, new LocalizedMessage(MessageKey, StoreJson.ReadStrings(Arguments)))
    {
        RowId = RowId,
        CreatedUtc = CreatedUtc,
        ItemKey = ItemKey,
        AssetName = AssetName,
        FileType = FileType,
        AssetId = AssetId,
        Aux = StoreJson.ReadAux(Aux),
    };
}
