using IpsJobs.Core.Constants;

namespace IpsJobs.Core.Assets;

/// <summary>Decides whether an uploaded file replaces an asset, becomes a new one or is left out.</summary>
public static class OverwriteRule
{
    /// <param name="overwrite">The job's flag.</param>
    /// <param name="overwriteMode">The company's mode.</param>
    /// <param name="file">What arrived.</param>
    /// <param name="sameName">The assets of its name and name space, those in the trash included.</param>
    /// <param name="isTaken">Whether an asset name of that name space is in use or reserved, also by the trash.</param>
    public static OverwriteDecision Decide(
        bool overwrite,
        string overwriteMode,
        IncomingFile file,
        IReadOnlyCollection<ExistingAsset> sameName,
        Predicate<string> isTaken)
    {
        var name = AssetNaming.BaseName(file.FileName);
        if (sameName.Count == 0 && !isTaken(name))
            return new OverwriteDecision.Add(name, file.FileName);
        var alive = sameName.Where(a => !a.InTrash);
        if (overwrite && alive.FirstOrDefault(a => Fits(a, overwriteMode, file)) is { } match)
            return new OverwriteDecision.Replace(match.Id, match.Folder == file.Folder ? null : file.Folder);
        if (!overwrite && alive.FirstOrDefault(a => IsSamePlace(a, file)) is { } duplicate)
            return new OverwriteDecision.SkipDuplicate(duplicate.Id);
        return Number(file.FileName, isTaken);
    }

    private static bool Fits(ExistingAsset asset, string mode, IncomingFile file)
    {
        var anyFolder = mode is OverwriteModes.OverwriteFullNameAnyFolder or OverwriteModes.OverwriteAnyExtAnyFolder;
        var anyExtension = mode is OverwriteModes.OverwriteAnyExt or OverwriteModes.OverwriteAnyExtAnyFolder;
        return (anyFolder || asset.Folder == file.Folder)
            && (anyExtension || AssetNaming.IsSameExtension(asset.FileName, file.FileName))
            && AssetTypeRule.CanReplace(asset.AssetType, file.AssetType);
    }

    private static bool IsSamePlace(ExistingAsset asset, IncomingFile file) =>
        asset.Folder == file.Folder && AssetNaming.IsSameFile(asset.FileName, file.FileName);

    private static OverwriteDecision.AddNumbered Number(string fileName, Predicate<string> isTaken)
    {
        for (var number = 1; ; number++)
        {
            var numbered = AssetNaming.NumberedFile(fileName, number);
            var name = AssetNaming.BaseName(numbered);
            if (!isTaken(name))
                return new OverwriteDecision.AddNumbered(name, numbered);
        }
    }
}
