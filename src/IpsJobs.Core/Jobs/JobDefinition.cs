using IpsJobs.Contracts;

namespace IpsJobs.Core.Jobs;

/// <summary>What was submitted, frozen: shared by a trigger and by every instance it starts.</summary>
public sealed record JobDefinition
{
    public required int CompanyId { get; init; }

    /// <summary>Job name as submitted.</summary>
    public required string OriginalName { get; init; }

    /// <summary>A constant of <see cref="Constants.JobTypes"/>.</summary>
    public required string JobType { get; init; }

    /// <summary>A constant of <see cref="Constants.JobSubTypes"/>, or empty.</summary>
    public string JobSubType { get; init; } = "";

    /// <summary>Element name of the job block, e.g. <c>uploadUrlsJob</c>.</summary>
    public required string BlockElement { get; init; }

    /// <summary>The job block as UTF-8 XML in the newest namespace; empty for <see cref="SystemJobs"/>, and from queries that say they
    /// leave it out.</summary>
    public required byte[] BlockXml { get; init; }

    /// <summary>Instances with the same key share a lane; empty means no lane. See <see cref="Lanes"/>.</summary>
    public required string LaneKey { get; init; }

    /// <summary>The user the job runs, is listed and mails as.</summary>
    public required int SubmitUserId { get; init; }

    public required string SubmitUserEmail { get; init; }

    /// <summary>Who really called; differs when the request named another user.</summary>
    public required int CallerUserId { get; init; }

    /// <summary>Locale of the job in the form <c>xx</c> or <c>xx-YY</c>; null when none was given.</summary>
    public string? Locale { get; init; }

    /// <summary>Locale of the submitting request, the second choice for mail.</summary>
    public string? RequestLocale { get; init; }

    public string? Description { get; init; }

    /// <summary>The frozen block, read anew.</summary>
    public IContractType ReadBlock() => BlockXml.Length == 0 ? NoBlock.Instance : JobBlocks.Deserialize(BlockXml).Block;
}
