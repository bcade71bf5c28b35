namespace IpsJobs.Core.Accounts;

/// <summary>Settings to change; null leaves one as it is, and an empty handle ends the use of an asset.</summary>
public sealed record CompanySettingsChange
{
    public string? OverwriteMode { get; init; }

    public bool? RetainPublishState { get; init; }

    public string? DefaultSourceProfileHandle { get; init; }

    public string? DefaultDisplayProfileHandle { get; init; }

    public string? IptcExifMappingXsltHandle { get; init; }

    public string? XmpMappingXsltHandle { get; init; }

    public int? DiskSpaceWarningMin { get; init; }

    public bool? EmailTrashCleanupWarning { get; init; }
}
