using IpsJobs.Contracts;
using IpsJobs.Core.Handles;
using IpsJobs.Core.Text;

namespace IpsJobs.Handlers.Ingest;

/// <summary>What a job says about all of its files.</summary>
public sealed record UploadSettings
{
    /// <summary>Replace an asset that fits the company's overwrite mode.</summary>
    public required bool Overwrite { get; init; }

    /// <summary>Mark of new assets.</summary>
    public required bool ReadyForPublish { get; init; }

    /// <summary>Keep the mark of replaced assets; null leaves it to the company.</summary>
    public bool? PreservePublishState { get; init; }

    /// <summary>Apply the crop of a replaced asset to its new picture, unless the job has a crop of its own.</summary>
    public bool PreserveCrop { get; init; } = true;

    /// <summary>Leave a video out of the adaptive set of its encodings.</summary>
    public bool ExcludeMasterVideoFromSet { get; init; } = true;

    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Projects of which the files should become part, by name.</summary>
    public IReadOnlyList<string> Projects { get; init; } = [];

    public UploadOptionBlocks Options { get; init; } = new();

    public static UploadSettings Of(UploadUrlsJob job) => new()
    {
        Overwrite = job.Overwrite ?? false,
        ReadyForPublish = job.ReadyForPublish ?? false,
        PreservePublishState = job.PreservePublishState,
        PreserveCrop = job.PreserveCrop ?? true,
        ExcludeMasterVideoFromSet = job.ExcludeMasterVideoFromAVS ?? true,
        Keywords = XmpKeywords.Parse(job.XmpKeywords),
        Projects = [.. ProjectNames(job.ProjectHandleArray)],
        Options = UploadOptionBlocks.Of(job),
    };

    public static UploadSettings Of(UploadDirectoryJob job) => new()
    {
        Overwrite = job.Overwrite ?? false,
        ReadyForPublish = job.ReadyForPublish ?? false,
        PreservePublishState = job.PreservePublishState,
        PreserveCrop = job.PreserveCrop ?? true,
        ExcludeMasterVideoFromSet = job.ExcludeMasterVideoFromAVS ?? true,
        Keywords = XmpKeywords.Parse(job.XmpKeywords),
        Projects = [.. ProjectNames(job.ProjectHandleArray)],
        Options = UploadOptionBlocks.Of(job),
    };

    public static UploadSettings Of(UploadPostJob job) => new()
    {
        Overwrite = job.Overwrite ?? false,
        ReadyForPublish = job.ReadyForPublish ?? false,
        PreservePublishState = job.PreservePublishState,
        PreserveCrop = job.PreserveCrop ?? true,
        ExcludeMasterVideoFromSet = job.ExcludeMasterVideoFromAVS ?? true,
        Keywords = XmpKeywords.Parse(job.XmpKeywords),
        Projects = [.. ProjectNames(job.ProjectHandleArray)],
        Options = UploadOptionBlocks.Of(job),
    };

    public static UploadSettings Of(ReprocessAssetsJob job) => new()
    {
        Overwrite = true,
        ReadyForPublish = job.ReadyForPublish ?? false,
        PreservePublishState = job.PreservePublishState,
        PreserveCrop = job.PreserveCrop ?? true,
        ExcludeMasterVideoFromSet = job.ExcludeMasterVideoFromAVS ?? true,
        Projects = [.. ProjectNames(job.ProjectHandleArray)],
        Options = UploadOptionBlocks.Of(job),
    };

    public static UploadSettings Of(RipPdfsJob job) => new()
    {
        Overwrite = true,
        ReadyForPublish = false,
        PreservePublishState = true,
        Projects = [.. ProjectNames(job.ProjectHandleArray)],
        Options = UploadOptionBlocks.Of(job),
    };

    private static IEnumerable<string> ProjectNames(HandleArray? handles)
    {
        foreach (var handle in handles?.Items ?? [])
        {
            if (ProjectHandle.TryParse(handle, out var project))
                yield return project.Name;
        }
    }
}
