using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;

namespace IpsJobs.Handlers.Ingest;

/// <summary>The one row that every uploaded file gets.</summary>
public static class UploadRows
{
    /// <summary>The file became an asset or replaced one; both have the same text.</summary>
    public static LogRow Processed(string logType, string itemKey, string path) =>
        new(logType, new LocalizedMessage("Log.Upload.Processed", path)) { ItemKey = itemKey };

    public static LogRow Duplicate(string itemKey, string path) =>
        new(LogTypes.DuplicateSkipped, new LocalizedMessage("Log.Upload.Duplicate", path)) { ItemKey = itemKey };

    public static LogRow Error(string itemKey, string path, LocalizedMessage reason) => Of(LogTypes.UploadError, itemKey, path, reason);

    /// <summary>The file was left out; it is in no total.</summary>
    public static LogRow Skipped(string itemKey, string path, string key, params string[] arguments) =>
        Of(LogTypes.UploadWarning, itemKey, path, new LocalizedMessage(key, [path, .. arguments]));

    /// <summary>The job was stopped before the file was begun.</summary>
    public static LogRow Cancelled(string itemKey, string path) =>
        Of(LogTypes.FileCancel, itemKey, path, new LocalizedMessage("Log.Upload.Cancelled", path));

    private static LogRow Of(string logType, string itemKey, string path, LocalizedMessage message) => new(logType, message)
    {
        ItemKey = itemKey,
        AssetName = AssetNaming.BaseName(Path.GetFileName(path)),
        FileType = LogFileTypes.NoType,
    };
}
