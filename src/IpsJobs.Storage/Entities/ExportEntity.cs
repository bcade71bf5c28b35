using IpsJobs.Core.Exports;

namespace IpsJobs.Storage.Entities;

/// <summary>An archive that can be downloaded.</summary>
internal sealed class ExportEntity
{
    public string Token { get; set; } = "";

    public int CompanyId { get; set; }

    public long InstanceId { get; set; }

    public string Path { get; set; } = "";

    public string FileName { get; set; } = "";

    public long Size { get; set; }

    public DateTimeOffset ExpiresUtc { get; set; }

    public ExportArchive ToRecord() => new(Token, CompanyId, InstanceId, Path, FileName, Size, ExpiresUtc);
}
