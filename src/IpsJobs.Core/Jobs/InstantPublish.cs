using IpsJobs.Contracts;
using IpsJobs.Core.Constants;

namespace IpsJobs.Core.Jobs;

/// <summary>The publish that a company with <see cref="Accounts.Company.InstantPublish"/> has after every upload.</summary>
public static class InstantPublish
{
    private const string Element = "imageServingPublishJob";
    private static readonly string[] Uploads = [JobTypes.UploadFromServerDirectory, JobTypes.UrlUpload, JobTypes.UploadPost];

    /// <summary>The block of that publish; null when the instance calls for none.</summary>
    /// <param name="instance">An instance about to end.</param>
    /// <param name="post">What it asks to happen itself; a publish of its own takes the place of this one.</param>
    /// <param name="counters">Its final counters: nothing is published when it has brought nothing.</param>
    public static JobBlock? BlockFor(JobInstance instance, PostActions post, JobCounters counters)
    {
        if (post.FollowOn is not null || !Uploads.Contains(instance.Definition.JobType) || counters.FileSuccess + counters.FileUpdate == 0)
            return null;
        // Whoever wants to hear of the upload wants to hear of its delivery.
        return new JobBlock(Element, new ImageServingPublishJob { PublishType = PublishTypes.Incremental, EmailSetting = post.EmailSetting });
    }
}
