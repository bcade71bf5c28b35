using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Faults;
using Company = IpsJobs.Core.Accounts.Company;

namespace IpsJobs.Core.Submission;

/// <summary>Decides where the files of a request are to go.</summary>
public static class UploadPaths
{
    private const string DestFolder = "destFolder";
    private const string FileName = "fileName";

    /// <summary>The files with their places; item keys are left empty.</summary>
    /// <remarks>A name that begins with the company root is a full path and counts as it is; any other goes below the destination folder.</remarks>
    /// <exception cref="RuleViolationException">30001: an illegal folder or file name in the parameters, or one file name for
    /// several files. An illegal name of a single file is no fault, it gets its row.</exception>
    public static IReadOnlyList<StagedUpload> Place(Company company, UploadPostParam param, IReadOnlyList<ReceivedFile> files)
    {
        var folder = FolderPaths.Find(company.RootPath, param.DestFolder)
            ?? throw Violations.InvalidPath(param.DestFolder!, DestFolder);
        var fileName = CheckFileName(company, param.FileName, files.Count);
        return [.. files.Select(f => new StagedUpload("", f.StagedPath, PathOf(company, folder, fileName ?? f.FileName), f.Size, f.Sha256))];
    }

    private static string? CheckFileName(Company company, string? fileName, int files)
    {
        if (string.IsNullOrWhiteSpace(fileName))
            return null;
        if (files != 1)
            throw Violations.InvalidValue(fileName, FileName);
        return CompanyPath.TrySplitFile(company.RootPath, fileName, out _, out _)
            ? fileName
            : throw Violations.InvalidPath(fileName, FileName);
    }

    private static string PathOf(Company company, string folder, string name)
    {
        if (!CompanyPath.TrySplitFile(company.RootPath, name, out var own, out var file))
            return name;
        var isFull = name.TrimStart('/', '\\').Replace('\\', '/').StartsWith(company.RootPath, StringComparison.Ordinal);
        return isFull ? own + file : folder + own[company.RootPath.Length..] + file;
    }
}
