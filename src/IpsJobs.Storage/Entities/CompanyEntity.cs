using IpsJobs.Core.Accounts;

namespace IpsJobs.Storage.Entities;

/// <summary>A company and its settings.</summary>
internal sealed class CompanyEntity
{
    public int CompanyId { get; set; }

    public string Name { get; set; } = "";

    public string RootPath { get; set; } = "";

    /// <summary>Root path in upper case: two roots that differ in case only would share a folder on some file systems.</summary>
    public string RootKey { get; set; } = "";

    public DateTimeOffset? ExpiresUtc { get; set; }

    public string OverwriteMode { get; set; } = "";

    public bool RetainPublishState { get; set; }

    public bool JavascriptUploadEnabled { get; set; }

    public bool InstantPublish { get; set; }

    public bool PublishNeedsAdmin { get; set; }

    public int UploadLaneSize { get; set; }

    public Company ToRecord() => new()
    {
        CompanyId = CompanyId,
        Name = Name,
        RootPath = RootPath,
        ExpiresUtc = ExpiresUtc,
        OverwriteMode = OverwriteMode,
        RetainPublishState = RetainPublishState,
        JavascriptUploadEnabled = JavascriptUploadEnabled,
        InstantPublish = InstantPublish,
        PublishNeedsAdmin = PublishNeedsAdmin,
        UploadLaneSize = UploadLaneSize,
    };
}
