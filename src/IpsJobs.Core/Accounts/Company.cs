using IpsJobs.Core.Constants;
using IpsJobs.Core.Handles;

namespace IpsJobs.Core.Accounts;

/// <summary>A company and the settings that its jobs read.</summary>
public sealed record Company
{
    /// <summary>100 megabytes, in kilobytes.</summary>
    public const int DefaultDiskSpaceWarningMin = 100_000;

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

    /// <summary>Queues an incremental publish when an upload, or a job on stored assets, has brought or changed something.</summary>
    public bool InstantPublish { get; init; }

    /// <summary>Limits publish jobs and post publishes to the administrator roles.</summary>
    public bool PublishNeedsAdmin { get; init; }

    /// <summary>Uploads of the company that work at the same time.</summary>
    public int UploadLaneSize { get; init; } = 1;

    /// <summary>Id of the company in an identity system outside; no two companies share one.</summary>
    public string? ImsOrgId { get; init; }

    /// <summary>Asset id of the profile that pictures without one are taken to be in.</summary>
    public long? DefaultSourceProfileId { get; init; }

    /// <summary>Asset id of the profile that pictures are shown in.</summary>
    public long? DefaultDisplayProfileId { get; init; }

    /// <summary>Asset id of the style sheet that turns IPTC and EXIF into metadata fields.</summary>
    public long? IptcExifMappingXsltId { get; init; }

    /// <summary>Asset id of the style sheet that turns XMP into metadata fields.</summary>
    public long? XmpMappingXsltId { get; init; }

    /// <summary>Free disk space in kilobytes below which the administrators are warned; with less than a tenth of it no job begins.</summary>
    public int DiskSpaceWarningMin { get; init; } = DefaultDiskSpaceWarningMin;

    /// <summary>Warns the administrators before assets leave the trash for good.</summary>
    public bool EmailTrashCleanupWarning { get; init; }

    public CompanyHandle Handle => new(CompanyId);

    /// <summary>True when the company no longer exists for its users.</summary>
    public bool IsExpired(DateTimeOffset utcNow) => ExpiresUtc is { } end && end <= utcNow;
}
