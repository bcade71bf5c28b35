using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary>What a row of a job log reports: <c>logType</c> of logs, log details and asset logs.</summary>
/// <remarks>The last block is documented and legal in filters, but no job writes it.</remarks>
public static class LogTypes
{
    public const string BeginUpload = "BeginUpload";
    public const string EndUpload = "EndUpload";
    public const string UploadSuccess = "UploadSuccess";
    public const string UploadError = "UploadError";
    public const string UploadWarning = "UploadWarning";
    public const string BeginUploadUrls = "BeginUploadUrls";
    public const string EndUploadUrls = "EndUploadUrls";

    public const string FileUpdated = "FileUpdated";
    public const string DuplicateSkipped = "DuplicateSkipped";
    public const string FileCancel = "FileCancel";

    public const string BeginImageServingPublish = "BeginImageServingPublish";
    public const string EndImageServingPublish = "EndImageServingPublish";
    public const string ImageServingPublishSuccess = "ImageServingPublishSuccess";
    public const string ImageServingPublishError = "ImageServingPublishError";
    public const string ImageServingPublishWarning = "ImageServingPublishWarning";
    public const string BeginImageServingPublishCleanup = "BeginImageServingPublishCleanup";
    public const string EndImageServingPublishCleanup = "EndImageServingPublishCleanup";
    public const string ImageServingPublishCleanupSuccess = "ImageServingPublishCleanupSuccess";
    public const string ImageServingPublishCleanupFailure = "ImageServingPublishCleanupFailure";

    public const string BeginImageRenderingPublish = "BeginImageRenderingPublish";
    public const string EndImageRenderingPublish = "EndImageRenderingPublish";
    public const string ImageRenderingPublishSuccess = "ImageRenderingPublishSuccess";
    public const string ImageRenderingPublishError = "ImageRenderingPublishError";
    public const string BeginImageRenderingPublishCleanup = "BeginImageRenderingPublishCleanup";
    public const string EndImageRenderingPublishCleanup = "EndImageRenderingPublishCleanup";
    public const string ImageRenderingPublishCleanupSuccess = "ImageRenderingPublishCleanupSuccess";
    public const string ImageRenderingPublishCleanupFailure = "ImageRenderingPublishCleanupFailure";

    public const string BeginVideoPublish = "BeginVideoPublish";
    public const string EndVideoPublish = "EndVideoPublish";
    public const string VideoPublishSuccess = "VideoPublishSuccess";
    public const string VideoPublishError = "VideoPublishError";
    public const string VideoPublishWarning = "VideoPublishWarning";
    public const string BeginVideoPublishCleanup = "BeginVideoPublishCleanup";
    public const string EndVideoPublishCleanup = "EndVideoPublishCleanup";
    public const string VideoPublishCleanupSuccess = "VideoPublishCleanupSuccess";
    public const string VideoPublishCleanupFailure = "VideoPublishCleanupFailure";

    public const string BeginServerDirectoryPublish = "BeginServerDirectoryPublish";
    public const string EndServerDirectoryPublish = "EndServerDirectoryPublish";
    public const string ServerDirectoryPublishSuccess = "ServerDirectoryPublishSuccess";
    public const string ServerDirectoryPublishError = "ServerDirectoryPublishError";
    public const string ServerDirectoryPublishWarning = "ServerDirectoryPublishWarning";

    public const string BeginMetadata = "BeginMetadata";
    public const string EndMetadata = "EndMetadata";
    public const string MetadataSuccess = "MetadataSuccess";
    public const string MetadataFailure = "MetadataFailure";

    public const string BeginPdfRip = "BeginPdfRip";
    public const string EndPdfRip = "EndPdfRip";
    public const string PdfRipError = "PdfRipError";

    public const string BeginReoptimize = "BeginReoptimize";
    public const string EndReoptimize = "EndReoptimize";
    public const string ReoptimizeSuccess = "ReoptimizeSuccess";
    public const string ReoptimizeFailure = "ReoptimizeFailure";

    public const string BeginGet = "BeginGet";
    public const string EndGet = "EndGet";
    public const string GetFailure = "GetFailure";
    public const string ReturnSuccess = "ReturnSuccess";

    public const string BeginEmptyTrash = "BeginEmptyTrash";
    public const string EndEmptyTrash = "EndEmptyTrash";
    public const string EmptyTrashSuccess = "EmptyTrashSuccess";
    public const string DeleteFailure = "DeleteFailure";
    public const string DeleteSuccess = "DeleteSuccess";

    public const string OriginalJobName = "OriginalJobName";
    public const string JobClient = "JobClient";
    public const string JobType = "JobType";
    public const string InitiatingJobName = "InitiatingJobName";
    public const string TotalFileCount = "TotalFileCount";

    public const string FatalError = "FatalError";

    public const string BeginAssetMigration = "BeginAssetMigration";
    public const string EndAssetMigration = "EndAssetMigration";
    public const string AssetMigrationFailure = "AssetMigrationFailure";
    public const string AssetMigrationSuccess = "AssetMigrationSuccess";
    public const string BeginDelete = "BeginDelete";
    public const string EndDelete = "EndDelete";
    public const string BeginMarkForPublish = "BeginMarkForPublish";
    public const string EndMarkForPublish = "EndMarkForPublish";
    public const string MarkForPublishFailure = "MarkForPublishFailure";
    public const string MarkForPublishSuccess = "MarkForPublishSuccess";
    public const string BeginUnmarkForPublish = "BeginUnmarkForPublish";
    public const string EndUnmarkForPublish = "EndUnmarkForPublish";
    public const string UnmarkForPublishSuccess = "UnmarkForPublishSuccess";
    public const string BeginPublishToCm = "BeginPublishToCm";
    public const string EndPublishToCm = "EndPublishToCm";
    public const string PublishToCmError = "PublishToCmError";
    public const string PublishToCmSuccess = "PublishToCmSuccess";
    public const string BeginPublishToWc = "BeginPublishToWc";
    public const string PublishToWcSuccess = "PublishToWcSuccess";
    public const string BeginRestoreTrash = "BeginRestoreTrash";
    public const string EndRestoreTrash = "EndRestoreTrash";
    public const string RestoreTrashSuccess = "RestoreTrashSuccess";
    public const string RecoverTrashSuccess = "RecoverTrashSuccess";
    public const string BeginTemplateMerge = "BeginTemplateMerge";
    public const string EndTemplateMerge = "EndTemplateMerge";
    public const string TemplateMergeError = "TemplateMergeError";
    public const string TemplateMergeSuccess = "TemplateMergeSuccess";
    public const string BeginTrash = "BeginTrash";
    public const string EndTrash = "EndTrash";
    public const string TrashFailure = "TrashFailure";
    public const string TrashSuccess = "TrashSuccess";
    public const string TrashWarning = "TrashWarning";
    public const string FileBegin = "FileBegin";
    public const string FileEnd = "FileEnd";
    public const string FileProgress = "FileProgress";

    /// <summary>The types that our jobs write.</summary>
    public static FrozenSet<string> Written { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            BeginUpload, EndUpload, UploadSuccess, UploadError, UploadWarning, BeginUploadUrls, EndUploadUrls, FileUpdated,
            DuplicateSkipped, FileCancel, BeginImageServingPublish, EndImageServingPublish, ImageServingPublishSuccess,
            ImageServingPublishError, ImageServingPublishWarning, BeginImageServingPublishCleanup, EndImageServingPublishCleanup,
            ImageServingPublishCleanupSuccess, ImageServingPublishCleanupFailure, BeginImageRenderingPublish,
            EndImageRenderingPublish, ImageRenderingPublishSuccess, ImageRenderingPublishError, BeginImageRenderingPublishCleanup,
            EndImageRenderingPublishCleanup, ImageRenderingPublishCleanupSuccess, ImageRenderingPublishCleanupFailure,
            BeginVideoPublish, EndVideoPublish, VideoPublishSuccess, VideoPublishError, VideoPublishWarning,
            BeginVideoPublishCleanup, EndVideoPublishCleanup, VideoPublishCleanupSuccess, VideoPublishCleanupFailure,
            BeginServerDirectoryPublish, EndServerDirectoryPublish, ServerDirectoryPublishSuccess, ServerDirectoryPublishError,
            ServerDirectoryPublishWarning, BeginMetadata, EndMetadata, MetadataSuccess, MetadataFailure, BeginPdfRip, EndPdfRip,
            PdfRipError, BeginReoptimize, EndReoptimize, ReoptimizeSuccess, ReoptimizeFailure, BeginGet, EndGet, GetFailure,
            ReturnSuccess, BeginEmptyTrash, EndEmptyTrash, EmptyTrashSuccess, DeleteFailure, DeleteSuccess, TrashSuccess, OriginalJobName,
            JobClient, JobType, InitiatingJobName, TotalFileCount, FatalError,
        ]);

    /// <summary>Every canonical type, also those that only filters may name.</summary>
    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            .. Written,
            BeginAssetMigration, EndAssetMigration, AssetMigrationFailure, AssetMigrationSuccess, BeginDelete, EndDelete,
            BeginMarkForPublish, EndMarkForPublish, MarkForPublishFailure, MarkForPublishSuccess, BeginUnmarkForPublish,
            EndUnmarkForPublish, UnmarkForPublishSuccess, BeginPublishToCm, EndPublishToCm, PublishToCmError, PublishToCmSuccess,
            BeginPublishToWc, PublishToWcSuccess, BeginRestoreTrash, EndRestoreTrash, RestoreTrashSuccess, RecoverTrashSuccess,
            BeginTemplateMerge, EndTemplateMerge, TemplateMergeError, TemplateMergeSuccess, BeginTrash, EndTrash, TrashFailure,
            TrashWarning, FileBegin, FileEnd, FileProgress,
        ]);

    // "*PublishSuccess" as a pattern would take in the two mark-for-publish rows, which count nothing.
    private static readonly FrozenSet<string> Successes = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            UploadSuccess, ImageServingPublishSuccess, ImageRenderingPublishSuccess, VideoPublishSuccess,
            ServerDirectoryPublishSuccess, ReoptimizeSuccess, MetadataSuccess, ReturnSuccess,
        ]);

    private static readonly FrozenDictionary<string, string[]> Variants = new Dictionary<string, string[]>
    {
        ["VideoPubilshSuccess"] = [VideoPublishSuccess],
        ["endReoptimize"] = [EndReoptimize],
        ["FleEnd"] = [FileEnd],
        ["ImageRenderingPublishCleanupsuccess"] = [ImageRenderingPublishCleanupSuccess],
        // Two lines of the documented list run together; who copied it means either.
        ["EndImageRenderingPublishCleanupFailure"] = [EndImageRenderingPublishCleanup, ImageRenderingPublishCleanupFailure],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The canonical types that one word of a filter stands for: itself, or what a misspelt documented word means.</summary>
    /// <returns>False, with an empty list, when the word is no documented log type in any spelling.</returns>
    public static bool TryExpand(string? filter, out IReadOnlyList<string> canonical)
    {
        canonical = filter switch
        {
            null => [],
            _ when All.Contains(filter) => [filter],
            _ => Variants.GetValueOrDefault(filter) ?? [],
        };
        return canonical.Count > 0;
    }

    /// <summary>As <see cref="TryExpand"/>, for words that stand for exactly one type.</summary>
    /// <returns>False also for the one documented word that runs two types together.</returns>
    public static bool TryCanonical(string? value, out string canonical)
    {
        canonical = TryExpand(value, out var types) && types.Count == 1 ? types[0] : "";
        return canonical.Length > 0;
    }

    public static bool IsBegin(string logType) => logType == FileBegin || StartsWith(logType, "Begin");

    public static bool IsEnd(string logType) => logType == FileEnd || StartsWith(logType, "End");

    /// <summary>Whether the row counts in <c>fileSuccessCount</c>; clean-up and trash rows do not.</summary>
    public static bool IsSuccess(string logType) => Successes.Contains(logType);

    /// <summary>Whether the row counts in <c>fileErrorCount</c>; the fatal row and clean-up rows do not.</summary>
    public static bool IsError(string logType) =>
        All.Contains(logType)
        && logType != FatalError
        && !IsCleanup(logType)
        && (EndsWith(logType, "Error") || EndsWith(logType, "Failure"));

    public static bool IsWarning(string logType) => All.Contains(logType) && EndsWith(logType, "Warning");

    /// <summary>Whether the row speaks of removing from a publish target what is no longer published.</summary>
    public static bool IsCleanup(string logType) => logType.Contains("PublishCleanup", StringComparison.Ordinal);

    private static bool StartsWith(string logType, string prefix) =>
        All.Contains(logType) && logType.StartsWith(prefix, StringComparison.Ordinal);

    private static bool EndsWith(string logType, string suffix) => logType.EndsWith(suffix, StringComparison.Ordinal);
}
