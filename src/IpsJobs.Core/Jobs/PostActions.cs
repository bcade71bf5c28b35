using IpsJobs.Contracts;
using IpsJobs.Core.Constants;

namespace IpsJobs.Core.Jobs;

/// <summary>What a job block asks to happen after the last item.</summary>
/// <param name="EmailSetting">A constant of <see cref="EmailSettings"/>; None for blocks without the field.</param>
/// <param name="NotificationUrl">postHttpUrl of uploads, httpCompletionUrl of publishes; null for none.</param>
/// <param name="FollowOn">The publish to submit; null for none. A follow-on has no follow-on of its own.</param>
/// <param name="OnlyIfFiles">Notification and follow-on need at least one file added or updated.</param>
public sealed record PostActions(string EmailSetting, string? NotificationUrl, JobBlock? FollowOn, bool OnlyIfFiles)
{
    /// <summary>Reads them from any job block.</summary>
    public static PostActions Of(IContractType block) => block switch
    {
        UploadUrlsJob b => Upload(b.EmailSetting, b.PostHttpUrl, b.PostJobOnlyIfFiles,
            b.PostImageServingPublishJob, b.PostImageRenderingPublishJob, b.PostVideoPublishJob),
        UploadDirectoryJob b => Upload(b.EmailSetting, b.PostHttpUrl, b.PostJobOnlyIfFiles,
            b.PostImageServingPublishJob, b.PostImageRenderingPublishJob, b.PostVideoPublishJob),
        ReprocessAssetsJob b => Upload(b.EmailSetting, b.PostHttpUrl, b.PostJobOnlyIfFiles,
            b.PostImageServingPublishJob, b.PostImageRenderingPublishJob, b.PostVideoPublishJob),
        RipPdfsJob b => Upload(b.EmailSetting, b.PostHttpUrl, onlyIfFiles: null,
            b.PostImageServingPublishJob, b.PostImageRenderingPublishJob, b.PostVideoPublishJob),
        UploadPostJob b => Plain(b.EmailSetting, b.PostHttpUrl),
        ImageServingPublishJob b => Plain(b.EmailSetting, b.HttpCompletionUrl),
        ImageRenderingPublishJob b => Plain(b.EmailSetting, b.HttpCompletionUrl),
        VideoPublishJob b => Plain(b.EmailSetting, b.HttpCompletionUrl),
        ServerDirectoryPublishJob b => Plain(b.EmailSetting, b.HttpCompletionUrl),
        OptimizeImagesJob b => Plain(b.EmailSetting, null),
        ExportJob b => Plain(b.EmailSetting, null),
        AutomatedSetGenerationJob b => Plain(b.EmailSetting, null),
        _ => Plain(EmailSettings.None, null),
    };

    /// <summary>True when <paramref name="counters"/> let notification and follow-on happen.</summary>
    public bool AllowedBy(JobCounters counters) => !OnlyIfFiles || counters.FileSuccess + counters.FileUpdate > 0;

    private static PostActions Upload(
        string? email, string? url, bool? onlyIfFiles,
        ImageServingPublishJob? serving, ImageRenderingPublishJob? rendering, VideoPublishJob? video)
    {
        IEnumerable<JobBlock?> publishes =
        [
            serving is null ? null : new JobBlock("imageServingPublishJob", serving),
            rendering is null ? null : new JobBlock("imageRenderingPublishJob", rendering),
            video is null ? null : new JobBlock("videoPublishJob", video),
        ];
        return Plain(email, url) with { FollowOn = publishes.FirstOrDefault(p => p is not null), OnlyIfFiles = onlyIfFiles ?? false };
    }

    private static PostActions Plain(string? email, string? url) =>
        new(email ?? EmailSettings.None, string.IsNullOrWhiteSpace(url) ? null : url, FollowOn: null, OnlyIfFiles: false);
}
