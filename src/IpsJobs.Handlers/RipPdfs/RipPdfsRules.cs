using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Ingest;

namespace IpsJobs.Handlers.RipPdfs;

/// <summary>Checks a <c>ripPdfsJob</c> block.</summary>
public sealed class RipPdfsRules(AssetLookup assets, ReworkRules rules) : IBlockRules
{
    /// <inheritdoc/>
    public async ValueTask<BlockPlan> CheckAsync(BlockContext context, CancellationToken cancellationToken)
    {
        var job = (RipPdfsJob)context.Block;
        var companyId = context.Company.CompanyId;
        await assets.RequireManyAsync(companyId, job.PdfHandleArray?.Items, context.Path + "/pdfHandleArray", cancellationToken, IsDocument);
        OptionValues.Require(job.CreateMask, context.Path + "/createMask");
        UploadFieldRules.CheckEmail(job.EmailSetting, context.Path);
        await rules.CheckRestAsync(
            context,
            UploadOptionBlocks.Of(job),
            job.ProjectHandleArray,
            (job.PostImageServingPublishJob, job.PostImageRenderingPublishJob, job.PostVideoPublishJob),
            cancellationToken);
        return new BlockPlan(Lanes.Upload(companyId));
    }

    private static bool IsDocument(StoredAsset asset) =>
        asset.Content.Type is AssetTypes.Pdf or AssetTypes.PostScript or AssetTypes.Illustrator;
}
