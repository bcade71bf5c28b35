using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Ingest;

namespace IpsJobs.Handlers.UrlUpload;

/// <summary>Checks an <c>uploadUrlsJob</c> block.</summary>
public sealed class UrlUploadRules(UploadFieldRules fields, OptionBlockRules options) : IBlockRules
{
    /// <summary>Entries that one job may have.</summary>
    public const int MaxEntries = 1000;

    /// <inheritdoc/>
    public async ValueTask<BlockPlan> CheckAsync(BlockContext context, CancellationToken cancellationToken)
    {
        var job = (UploadUrlsJob)context.Block;
        var companyId = context.Company.CompanyId;
        CheckEntries(job.UrlArray, context.Company.RootPath, context.Path + "/urlArray");
        UploadFieldRules.CheckFlags(job.Overwrite, job.ReadyForPublish, job.CreateMask, context.Path);
        await options.CheckAsync(UploadOptionBlocks.Of(job), companyId, context.Path, cancellationToken);
        UploadFieldRules.CheckProjects(job.ProjectHandleArray, companyId, context.Path);
        UploadFieldRules.CheckEmail(job.EmailSetting, context.Path);
        UploadFieldRules.CheckPostUrl(job.PostHttpUrl, context.Path);
        await fields.CheckFollowOnAsync(context, FollowOns(job), cancellationToken);
        return new BlockPlan(Lanes.Upload(companyId));
    }

    private static void CheckEntries(UploadUrlArray? entries, string companyRoot, string path)
    {
        if (entries is not { Items.Count: > 0 })
            throw Violations.Missing(path);
        if (entries.Items.Count > MaxEntries)
            throw Violations.TooManyItems(path, MaxEntries);
        for (var i = 0; i < entries.Items.Count; i++)
            CheckEntry(entries.Items[i], companyRoot, $"{path}/items[{i + 1}]");
    }

    private static void CheckEntry(UploadUrl entry, string companyRoot, string path)
    {
        if (string.IsNullOrWhiteSpace(entry.SourceUrl))
            throw Violations.Missing(path + "/sourceUrl");
        if (string.IsNullOrWhiteSpace(entry.DestPath))
            throw Violations.Missing(path + "/destPath");
        if (SourceAddress.Find(entry.SourceUrl) is null)
            throw Violations.InvalidUrl(WebText.Redact(entry.SourceUrl), path + "/sourceUrl");
        if (!Destination.IsLegal(companyRoot, entry.DestPath))
            throw Violations.InvalidPath(entry.DestPath, path + "/destPath");
    }

    private static IEnumerable<(string Field, string Element, IContractType? Block)> FollowOns(UploadUrlsJob job) =>
    [
        ("postImageServingPublishJob", "imageServingPublishJob", job.PostImageServingPublishJob),
        ("postImageRenderingPublishJob", "imageRenderingPublishJob", job.PostImageRenderingPublishJob),
        ("postVideoPublishJob", "videoPublishJob", job.PostVideoPublishJob),
    ];
}
