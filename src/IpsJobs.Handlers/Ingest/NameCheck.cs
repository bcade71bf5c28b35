using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;

namespace IpsJobs.Handlers.Ingest;

/// <summary>What the name of a file alone decides.</summary>
public static class NameCheck
{
    /// <summary>The row of a file that can become no asset because of its name; null when it may.</summary>
    /// <param name="company">Company of the job.</param>
    /// <param name="itemKey">Key of the file.</param>
    /// <param name="folder">Folder with company root and trailing slash.</param>
    /// <param name="fileName">File name as given.</param>
    public static LogRow? FindRefusal(Company company, string itemKey, string folder, string fileName)
    {
        var path = folder + fileName;
        // First, because a name such as .DS_Store has no base that could become an asset name.
        if (Classify(company, fileName) is FileClass.Hidden)
            return UploadRows.Skipped(itemKey, path, "Log.Upload.Hidden");
        if (AssetNaming.Clean(fileName) is not { } cleaned)
            return UploadRows.Error(itemKey, path, new LocalizedMessage("Log.Upload.NoName", path));
        return Classify(company, cleaned) switch
        {
            FileClass.Hidden => UploadRows.Skipped(itemKey, path, "Log.Upload.Hidden"),
            FileClass.Unknown unknown => UploadRows.Skipped(itemKey, path, "Log.Upload.UnknownType", unknown.Extension),
            FileClass.Refused refused => UploadRows.Error(
                itemKey, path, new LocalizedMessage("Log.Upload.RefusedType", path, refused.Extension)),
            _ => null,
        };
    }

    // What encoding presets make of a video does not change what its name allows, see PicturePreparation.
    internal static FileClass Classify(Company company, string fileName) =>
        FileTypes.Classify(fileName, hasEncodingPresets: false, company.JavascriptUploadEnabled);
}
