using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Core.Submission;
using IpsJobs.Handlers.Ingest;

namespace IpsJobs.Handlers.PostUpload;

/// <summary>A received file and what its path alone decides.</summary>
/// <param name="File">As recorded.</param>
/// <param name="Folder">With company root and trailing slash; empty when the path is not legal.</param>
/// <param name="FileName">As given.</param>
/// <param name="Refusal">Its row when the path rules it out.</param>
public sealed record PostedFile(StagedUpload File, string Folder, string FileName, LogRow? Refusal)
{
    /// <summary>Files with one asset name are worked on in their order, so that the later one meets the earlier one's asset.</summary>
    public string Name => AssetNaming.BaseName(AssetNaming.Clean(FileName) ?? FileName);

    /// <summary>The part was received whatever becomes of the file; skipped files are in no total.</summary>
    public JobCounters Extra => new() { TransferSuccess = 1, TotalFile = Refusal?.LogType == LogTypes.UploadWarning ? 0 : 1 };

    public static PostedFile Of(StagedUpload file, Company company)
    {
        if (!CompanyPath.TrySplitFile(company.RootPath, file.Path, out var folder, out var fileName))
        {
            var refusal = UploadRows.Error(file.ItemKey, file.Path, new LocalizedMessage("Log.Upload.IllegalPath", file.Path));
            return new PostedFile(file, "", file.Path, refusal);
        }

        return new PostedFile(file, folder, fileName, NameCheck.FindRefusal(company, file.ItemKey, folder, fileName));
    }
}
