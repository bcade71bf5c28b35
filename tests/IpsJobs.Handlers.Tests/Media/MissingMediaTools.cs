using IpsJobs.Core.Assets;

namespace IpsJobs.Handlers.Tests.Media;

/// <summary>A machine without ffmpeg.</summary>
public sealed class MissingMediaTools : IMediaTools
{
    public string FindMissing() => "ffmpeg";

    public Task<MediaFacts> ReadAsync(string path, string scratch, CancellationToken cancellationToken) =>
        throw new ToolMissingException("ffprobe");

    public Task DrawFrameAsync(string path, TimeSpan at, string scratch, string targetPath, CancellationToken cancellationToken) =>
        throw new ToolMissingException("ffmpeg");

    public Task EncodeAsync(string path, EncodingOrder order, string scratch, string targetPath, CancellationToken cancellationToken) =>
        throw new ToolMissingException("ffmpeg");
}
