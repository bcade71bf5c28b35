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

    public string? ImsOrgId { get; set; }

    public long? DefaultSourceProfileId { get; set; }

    public long? DefaultDisplayProfileId { get; set; }

    public long? IptcExifMappingXsltId { get; set; }

    public long? XmpMappingXsltId { get; set; }

    public int DiskSpaceWarningMin { get; set; }

    public bool EmailTrashCleanupWarning { get; set; }

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
        ImsOrgId = ImsOrgId,
        DefaultSourceProfileId = DefaultSourceProfileId,
        DefaultDisplayProfileId = DefaultDisplayProfileId,
        IptcExifMappingXsltId = IptcExifMappingXsltId,
        XmpMappingXsltId = XmpMappingXsltId,
        DiskSpaceWarningMin = DiskSpaceWarningMin,
        EmailTrashCleanupWarning = EmailTrashCleanupWarning,
    };
}
