using IpsJobs.Core.Constants;
using IpsJobs.Core.Handles;

namespace IpsJobs.Core.Accounts;

/// <summary>A company and the settings that its jobs read.</summary>
public sealed record Company
{
    public required int CompanyId { get; init; }

    public required string Name { get; init; }

    /// <summary>First segment of every folder path, with its trailing slash.</summary>
    public required string RootPath { get; init; }

    /// <summary>After this instant everybody but an IpsAdmin is refused; null means never.</summary>
    public DateTimeOffset? ExpiresUtc { get; init; }

    /// <summary>Which existing asset an upload replaces; a constant of <see cref="OverwriteModes"/>.</summary>
    public string OverwriteMode { get; init; } = OverwriteModes.OverwriteFullName;

    /// <summary>Keeps the publish mark of a replaced asset when the job does not say.</summary>
    public bool RetainPublishState { get; init; }

    public bool JavascriptUploadEnabled { get; init; }

    /// <summary>Queues an incremental publish when an upload ends.</summary>
    public bool InstantPublish { get; init; }

    /// <summary>Limits publish jobs and post publishes to the administrator roles.</summary>
    public bool PublishNeedsAdmin { get; init; }

    /// <summary>Uploads of the company that work at the same time.</summary>
    public int UploadLaneSize { get; init; } = 1;

    public CompanyHandle Handle => new(CompanyId);

    /// <summary>True when the company no longer exists for its users.</summary>
    public bool IsExpired(DateTimeOffset utcNow) => ExpiresUtc is { } end && end <= utcNow;
}
