using System.Collections.Frozen;
using IpsJobs.Contracts;
using IpsJobs.Core.Constants;

namespace IpsJobs.Core.Jobs;

/// <summary>The publish that a company with <see cref="Accounts.Company.InstantPublish"/> has after every job that brings or changes assets.</summary>
/// <remarks>
/// Jobs that work on stored assets count as uploads do: without them the servers would go on with the old picture of an asset that has
/// been processed again, until the next upload of something else.
/// </remarks>
public static class InstantPublish
{
    private const string Element = "imageServingPublishJob";

    private static readonly FrozenSet<string> Bringing = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            JobTypes.UploadFromServerDirectory, JobTypes.UrlUpload, JobTypes.UploadPost, JobTypes.ReprocessAssets, JobTypes.RipPdfs,
            JobTypes.ImageOptimization, JobTypes.AutomatedSetGeneration, JobTypes.CreateVideoSitemap,
        ]);

    /// <summary>The block of that publish; null when the instance calls for none.</summary>
    /// <param name="instance">An instance about to end.</param>
    /// <param name="post">What it asks to happen itself; a publish of its own takes the place of this one.</param>
    /// <param name="counters">Its final counters: nothing is published when it has brought nothing.</param>
    public static JobBlock? BlockFor(JobInstance instance, PostActions post, JobCounters counters)
    {
        if (post.FollowOn is not null || !Bringing.Contains(instance.Definition.JobType) || counters.FileSuccess + counters.FileUpdate == 0)
            return null;
        // Whoever wants to hear of the upload wants to hear of its delivery.
        return new JobBlock(Element, new ImageServingPublishJob { PublishType = PublishTypes.Incremental, EmailSetting = post.EmailSetting });
    }
}
