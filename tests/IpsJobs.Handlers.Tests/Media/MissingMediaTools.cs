using IpsJobs.Core.Assets;

namespace IpsJobs.Handlers.Tests.Media;

/// <summary>A machine without ffmpeg.</summary>
public sealed class MissingMediaTools : IMediaTools
{
    public Task<MediaFacts> ReadAsync(string path, string scratch, CancellationToken cancellationToken) =>
        throw new ToolMissingException("ffprobe");
}
