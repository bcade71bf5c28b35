using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Handles;

namespace IpsJobs.Handlers.Ingest;

/// <summary>What a job does with stored originals that it processes again.</summary>
internal sealed record ReworkJob
{
    /// <summary>The assets, as the block names them.</summary>
    public required HandleArray? Handles { get; init; }

    /// <summary>What the job says about its files; its option blocks are those of the job alone.</summary>
    public required UploadSettings Settings { get; init; }

    /// <summary>The option blocks that act on an asset, of those the job has and those stored with the asset.</summary>
    public required Func<UploadOptionBlocks, UploadOptionBlocks> OptionsOf { get; init; }

    /// <summary>New publish mark; null keeps that of each asset.</summary>
    public bool? Mark { get; init; }

    /// <summary>Type of the row of an asset that was processed.</summary>
    public required string DoneRow { get; init; }

    /// <summary>Type of the row of an asset that could not be processed.</summary>
    public required string FailedRow { get; init; }

    /// <summary>Remark for an asset of which the options ask nothing; null for none.</summary>
    public Func<StoredAsset, UploadOptionBlocks, string?> Remark { get; init; } = (_, _) => null;

    /// <summary>Each asset once, in the order of the block.</summary>
    public IReadOnlyList<long> AssetIds =>
        [.. (Handles?.Items ?? []).Select(text => AssetHandle.TryParse(text, out var handle) ? handle.AssetId : 0).Distinct()];

    /// <summary>Everything that holds for one asset and the parts made of it.</summary>
    public UploadSettings SettingsFor(StoredAsset asset) =>
        Settings with { Options = OptionsOf(StoredOptions.Read(asset.Content.Details.Options)) };
}
