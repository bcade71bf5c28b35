using IpsJobs.Core.Assets;

namespace IpsJobs.Storage.Entities;

/// <summary>An asset.</summary>
internal sealed class AssetEntity
{
    public long AssetId { get; set; }

    public int CompanyId { get; set; }

    public NameSpace NameSpace { get; set; }

    public string Name { get; set; } = "";

    public string Type { get; set; } = "";

    public string Folder { get; set; } = "";

    public string FileName { get; set; } = "";

    public long FileSize { get; set; }

    public byte[] Sha256 { get; set; } = [];

    /// <summary>Null for types without an optimised form; the four columns after it are then without meaning.</summary>
    public string? OptimizedPath { get; set; }

    public int Width { get; set; }

    public int Height { get; set; }

    public double? Resolution { get; set; }

    public long OptimizedSize { get; set; }

    /// <summary>JSON array of strings.</summary>
    public string Keywords { get; set; } = "[]";

    public bool ReadyForPublish { get; set; }

    public string TrashState { get; set; } = "";

    public DateTimeOffset CreatedUtc { get; set; }

    public int CreatedBy { get; set; }

    public DateTimeOffset ModifiedUtc { get; set; }

    public int ModifiedBy { get; set; }

    public List<AssetProjectEntity> Projects { get; } = [];

    public StoredAsset ToRecord() => new()
    {
        AssetId = AssetId,
        CompanyId = CompanyId,
        Name = Name,
        NameSpace = NameSpace,
        Content = ToContent(),
        ReadyForPublish = ReadyForPublish,
        TrashState = TrashState,
        CreatedUtc = CreatedUtc,
        ModifiedUtc = ModifiedUtc,
    };

    private AssetContent ToContent() => new()
    {
        Type = Type,
        Folder = Folder,
        FileName = FileName,
        FileSize = FileSize,
        Sha256 = Sha256,
        Optimized = OptimizedPath is null ? null : new OptimizedImage(OptimizedPath, Width, Height, Resolution, OptimizedSize),
        Keywords = StoreJson.ReadStrings(Keywords),
        ProjectIds = [.. Projects.Select(p => p.ProjectId).Order()],
    };
}
