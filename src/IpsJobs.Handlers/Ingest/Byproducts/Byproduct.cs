using IpsJobs.Core.Assets;

namespace IpsJobs.Handlers.Ingest;

/// <summary>A part of a source that is to become an asset of its own.</summary>
public sealed record Byproduct
{
    /// <summary>Names the part among all of its engine and source, e.g. a page number: a later run finds its asset by it.</summary>
    public required string Key { get; init; }

    /// <summary>A constant of <see cref="Core.Constants.GenerationEngines"/>.</summary>
    public required string Engine { get; init; }

    /// <summary>Shown to clients in the generation record.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    /// <summary>Folder of a new asset, with company root and trailing slash.</summary>
    public required string Folder { get; init; }

    /// <summary>File name of a new asset; forbidden characters are removed. An asset of an earlier run keeps its own.</summary>
    public required string FileName { get; init; }

    /// <summary>Its file, below the instance's staging directory, gone afterwards; null for templates, sets and catalogs, which have none.</summary>
    public string? StagedPath { get; init; }

    /// <summary>What it is; null goes by the file name.</summary>
    public FileClass.Known? Type { get; init; }

    /// <summary>A constant of <see cref="Core.Constants.AssetSetSubTypes"/>; empty for everything but asset sets.</summary>
    public string SubType { get; init; } = "";

    /// <summary>Option blocks that act on the part: those of the job without what does not concern it.</summary>
    public UploadOptionBlocks Options { get; init; } = new();

    /// <summary>Text to search in; null for none.</summary>
    public string? Words { get; init; }

    /// <summary>Members of a set or catalog; null for others.</summary>
    public IReadOnlyList<SetMember>? Members { get; init; }

    /// <summary>What is known beforehand, e.g. image maps; the picture's own facts are added.</summary>
    public AssetDetails Details { get; init; } = AssetDetails.None;

    /// <summary>Remarks for its row.</summary>
    public IReadOnlyList<Core.Jobs.AuxEntry> Warnings { get; init; } = [];
}
