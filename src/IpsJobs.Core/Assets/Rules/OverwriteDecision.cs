namespace IpsJobs.Core.Assets;

/// <summary>What becomes of a file that was uploaded; one of the nested records and nothing else.</summary>
public abstract record OverwriteDecision
{
    private OverwriteDecision()
    {
    }

    /// <summary>The name is free.</summary>
    public sealed record Add(string Name, string FileName) : OverwriteDecision;

    /// <summary>The asset keeps everything but its file.</summary>
    /// <param name="AssetId">The asset to replace.</param>
    /// <param name="MoveToFolder">Null when it stays where it is.</param>
    public sealed record Replace(long AssetId, string? MoveToFolder) : OverwriteDecision;

    /// <summary>The name is taken, so the asset gets the next free number; its row carries a warning.</summary>
    public sealed record AddNumbered(string Name, string FileName) : OverwriteDecision;

    /// <summary>The file is there already and the job does not overwrite.</summary>
    public sealed record SkipDuplicate(long AssetId) : OverwriteDecision;
}
