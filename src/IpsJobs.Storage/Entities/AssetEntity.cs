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

    public string SubType { get; set; } = "";

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

    /// <summary>Path of the mask in <see cref="Details"/>, for the question whether a file is in use.</summary>
    public string? MaskPath { get; set; }

    /// <summary><see cref="AssetDetails"/> as JSON; null for none.</summary>
    public string? Details { get; set; }

    /// <summary>JSON object of texts; null for no field.</summary>
    public string? Metadata { get; set; }

    /// <summary>Null in rows of before there was metadata: then it is as old as the asset.</summary>
    public DateTimeOffset? MetadataUtc { get; set; }

    /// <summary>JSON array of strings.</summary>
    public string Keywords { get; set; } = "[]";

    public bool ReadyForPublish { get; set; }

    public string TrashState { get; set; } = "";

    public DateTimeOffset? TrashedUtc { get; set; }

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
        CreatedBy = CreatedBy,
        ModifiedBy = ModifiedBy,
        MetadataUtc = MetadataUtc ?? CreatedUtc,
        TrashedUtc = TrashedUtc,
    };

    private AssetContent ToContent() => new()
    {
        Type = Type,
        SubType = SubType,
        Folder = Folder,
        FileName = FileName,
        FileSize = FileSize,
        Sha256 = Sha256,
        Optimized = OptimizedPath is null ? null : new OptimizedImage(OptimizedPath, Width, Height, Resolution, OptimizedSize),
        Details = StoreJson.ReadDetails(Details),
        Metadata = StoreJson.ReadTexts(Metadata),
        Keywords = StoreJson.ReadStrings(Keywords),
        ProjectIds = [.. Projects.Select(p => p.ProjectId).Order()],
    };
}
