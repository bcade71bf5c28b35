using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary>What a job does: <c>type</c> of active and scheduled jobs.</summary>
/// <remarks><see cref="ServerDirectoryPublishWithTemplate"/> and <see cref="MetadataUpload"/> are reserved: no job block leads to them and they are never written.</remarks>
public static class JobTypes
{
    public const string ImageServingPublish = "ImageServingPublish";
    public const string ImageRenderingPublish = "ImageRenderingPublish";
    public const string VideoPublish = "VideoPublish";
    public const string ServerDirectoryPublish = "ServerDirectoryPublish";
    public const string ServerDirectoryPublishWithTemplate = "ServerDirectoryPublishWithTemplate";
    public const string MetadataPublish = "MetadataPublish";

    public const string UploadFromServerDirectory = "UploadFromServerDirectory";
    public const string UrlUpload = "UrlUpload";
    public const string UploadPost = "UploadPost";
    public const string MetadataUpload = "MetadataUpload";

    public const string ImageOptimization = "ImageOptimization";
    public const string ReprocessAssets = "ReprocessAssets";
    public const string RipPdfs = "RipPdfs";
    public const string AutomatedSetGeneration = "AutomatedSetGeneration";
    public const string CreateVideoSitemap = "CreateVideoSitemap";
    public const string Export = "Export";
    public const string Cleanup = "Cleanup";

    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            ImageServingPublish, ImageRenderingPublish, VideoPublish, ServerDirectoryPublish,
            ServerDirectoryPublishWithTemplate, MetadataPublish, UploadFromServerDirectory, UrlUpload,
            UploadPost, MetadataUpload, ImageOptimization, ReprocessAssets, RipPdfs, AutomatedSetGeneration,
            CreateVideoSitemap, Export, Cleanup,
        ]);
}
