using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Ingest;

namespace IpsJobs.Handlers.DirectoryUpload;

/// <summary>Checks an <c>uploadDirectoryJob</c> block.</summary>
/// <remarks>Whether the directory exists is found out when the job runs: one on a schedule may wait for its first delivery.</remarks>
public sealed class DirectoryUploadRules(UploadFieldRules fields, OptionBlockRules options) : IBlockRules
{
    /// <inheritdoc/>
    public async ValueTask<BlockPlan> CheckAsync(BlockContext context, CancellationToken cancellationToken)
    {
        var job = (UploadDirectoryJob)context.Block;
        var companyId = context.Company.CompanyId;
        CheckPaths(job, context.Company.RootPath, context.Path);
        UploadFieldRules.CheckFlags(job.Overwrite, job.ReadyForPublish, job.CreateMask, context.Path);
        CheckFlag(job.IncludeSubfolders, context.Path + "/includeSubfolders");
        CheckFlag(job.ProcessMetadataFiles, context.Path + "/processMetadataFiles");
        await options.CheckAsync(UploadOptionBlocks.Of(job), companyId, context.Path, cancellationToken);
        UploadFieldRules.CheckProjects(job.ProjectHandleArray, companyId, context.Path);
        UploadFieldRules.CheckEmail(job.EmailSetting, context.Path);
        UploadFieldRules.CheckPostUrl(job.PostHttpUrl, context.Path);
        await fields.CheckFollowOnAsync(context, FollowOns(job), cancellationToken);
        return new BlockPlan(Lanes.Upload(companyId));
    }

    private static void CheckPaths(UploadDirectoryJob job, string companyRoot, string path)
    {
        if (string.IsNullOrWhiteSpace(job.ServerDir))
            throw Violations.Missing(path + "/serverDir");
        if (!ServerDirectory.TryNormalize(companyRoot, job.ServerDir, out _))
            throw Violations.InvalidPath(job.ServerDir, path + "/serverDir");
        if (FolderPaths.Find(companyRoot, job.DestFolder) is null)
            throw Violations.InvalidPath(job.DestFolder!, path + "/destFolder");
    }

    private static void CheckFlag(bool? value, string path)
    {
        if (value is null)
            throw Violations.Missing(path);
    }

    private static IEnumerable<(string Field, string Element, IContractType? Block)> FollowOns(UploadDirectoryJob job) =>
    [
        ("postImageServingPublishJob", "imageServingPublishJob", job.PostImageServingPublishJob),
        ("postImageRenderingPublishJob", "imageRenderingPublishJob", job.PostImageRenderingPublishJob),
        ("postVideoPublishJob", "videoPublishJob", job.PostVideoPublishJob),
    ];
}
