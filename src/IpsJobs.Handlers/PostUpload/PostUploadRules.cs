using IpsJobs.Contracts;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Ingest;

namespace IpsJobs.Handlers.PostUpload;

/// <summary>Checks the <c>uploadParams</c> of the request that opens a session.</summary>
public sealed class PostUploadRules(OptionBlockRules options) : IBlockRules
{
    // Sessions live as long as their clients like, so they stand in no lane: one would keep all other uploads waiting.
    private const string NoLane = "";

    /// <inheritdoc/>
    public async ValueTask<BlockPlan> CheckAsync(BlockContext context, CancellationToken cancellationToken)
    {
        var job = (UploadPostJob)context.Block;
        var companyId = context.Company.CompanyId;
        UploadFieldRules.CheckFlags(job.Overwrite, job.ReadyForPublish, job.CreateMask, context.Path);
        await options.CheckAsync(UploadOptionBlocks.Of(job), companyId, context.Path, cancellationToken);
        UploadFieldRules.CheckProjects(job.ProjectHandleArray, companyId, context.Path);
        UploadFieldRules.CheckEmail(job.EmailSetting, context.Path);
        UploadFieldRules.CheckPostUrl(job.PostHttpUrl, context.Path);
        return new BlockPlan(NoLane);
    }
}
