namespace IpsJobs.Core.Assets;

/// <summary>An asset lies on a target in this revision.</summary>
/// <param name="AssetId">The asset.</param>
/// <param name="ServerId">The publish server.</param>
/// <param name="ContextId">The context it was published in.</param>
/// <param name="Revision">What was delivered: changes with the file or the record, so that an unchanged asset is recognised.</param>
public sealed record PublishRecord(long AssetId, int ServerId, int ContextId, string Revision)
{
    /// <summary>Revision of an asset whose record the next publish delivers again, whatever lies on the target.</summary>
    public const string RecordForced = "";

    /// <summary>Revision of an asset whose files and record the next publish delivers again, whatever lies on the target.</summary>
    public const string FilesForced = "files";
}
