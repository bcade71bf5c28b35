using IpsJobs.Core.Jobs;

namespace IpsJobs.Storage.Entities;

/// <summary>The columns of a job definition, the same in instances and triggers; its block lies in <see cref="JobBlockEntity"/>.</summary>
internal abstract class DefinitionColumns
{
    public int CompanyId { get; set; }

    public string OriginalName { get; set; } = "";

    public string JobType { get; set; } = "";

    public string JobSubType { get; set; } = "";

    public string BlockElement { get; set; } = "";

    public long BlockId { get; set; }

    public string LaneKey { get; set; } = "";

    public int SubmitUserId { get; set; }

    public string SubmitUserEmail { get; set; } = "";

    public int CallerUserId { get; set; }

    public string? Locale { get; set; }

    public string? RequestLocale { get; set; }

    public string? Description { get; set; }

    /// <summary>The definition with its block; an empty block where the caller has no use for it.</summary>
    protected JobDefinition ToDefinition(byte[] blockXml) => new()
    {
        CompanyId = CompanyId,
        OriginalName = OriginalName,
        JobType = JobType,
        JobSubType = JobSubType,
        BlockElement = BlockElement,
        BlockXml = blockXml,
        LaneKey = LaneKey,
        SubmitUserId = SubmitUserId,
        SubmitUserEmail = SubmitUserEmail,
        CallerUserId = CallerUserId,
        Locale = Locale,
        RequestLocale = RequestLocale,
        Description = Description,
    };
}
