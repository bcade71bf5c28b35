using System.Text.Json;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Messages;
using IpsJobs.Imaging.Tools;
using Microsoft.Extensions.Options;

namespace IpsJobs.Imaging.Media;

/// <summary>The programs of ffmpeg, which may read the given file and no other.</summary>
public sealed class MediaTools(ToolRunner tools, IOptions<ToolOptions> options) : IMediaTools, IDisposable
{
    private const string Probe = "ffprobe";

    /// <summary>Forms that hold their own data. Play lists are none of them: they name further files, which would be read as part of the video.</summary>
    private const string Formats = "mov,avi,flv,mpeg,mpegts,mpegvideo,m4v,h264,matroska,ogg,asf,aac,ac3,eac3,aiff,mp3,wav,w64";

    // A directory of small videos is taken with hundreds of files in work at once.
    private readonly SemaphoreSlim probing = new(Environment.ProcessorCount);

    public async Task<MediaFacts> ReadAsync(string path, string scratch, CancellationToken cancellationToken)
    {
        await probing.WaitAsync(cancellationToken);
        try
        {
            string[] arguments = ["-v", "error", .. Input(path), "-show_format", "-show_streams", "-of", "json"];
            var result = await tools.RunAsync(new ToolRun(Probe, arguments, scratch, options.Value.Timeout), cancellationToken);
            return (result.Succeeded ? ProbeReport.Read(result.Output) : null) ?? throw Unreadable(result);
        }
        catch (JsonException)
        {
            throw new MediaUnreadableException(new LocalizedMessage("Log.Media.Unreadable"));
        }
        finally
        {
            probing.Release();
        }
    }

    public void Dispose() => probing.Dispose();

    // Named as a file, because a name with a colon would be read as an address.
    private static string[] Input(string path) =>
        ["-protocol_whitelist", "file", "-format_whitelist", Formats, "-i", "file:" + path];

    private static MediaUnreadableException Unreadable(ToolResult result) =>
        new(new LocalizedMessage(result.TimedOut ? "Log.Media.TimedOut" : "Log.Media.Unreadable"));
}
