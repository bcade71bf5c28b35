namespace IpsJobs.Core.Assets;

/// <summary>Reads and encodes videos and sounds with programs of their own, each without network and within limits.</summary>
public interface IMediaTools
{
    /// <summary>The program that draws frames and encodes, if it is not installed now; null when it is.</summary>
    string? FindMissing();

    /// <summary>Looks at a file without decoding it.</summary>
    /// <param name="path">Any video or sound.</param>
    /// <param name="scratch">Existing directory for files in between.</param>
    /// <param name="cancellationToken">Ends the program.</param>
    /// <exception cref="ToolMissingException">The program is not installed.</exception>
    /// <exception cref="MediaUnreadableException">The content is neither video nor sound, or damaged.</exception>
    Task<MediaFacts> ReadAsync(string path, string scratch, CancellationToken cancellationToken);

    /// <summary>Writes one frame as a JPEG.</summary>
    /// <param name="path">A video.</param>
    /// <param name="at">Time from the start; outside the video the first frame is taken.</param>
    /// <param name="scratch">Existing directory for files in between.</param>
    /// <param name="targetPath">File to write.</param>
    /// <param name="cancellationToken">Ends the program.</param>
    /// <exception cref="ToolMissingException">The program is not installed.</exception>
    /// <exception cref="MediaUnreadableException">No frame can be decoded.</exception>
    Task DrawFrameAsync(string path, TimeSpan at, string scratch, string targetPath, CancellationToken cancellationToken);

    /// <summary>Encodes a video anew; waits for its turn, because one encoding takes all processors.</summary>
    /// <param name="path">A video.</param>
    /// <param name="order">What it is to become.</param>
    /// <param name="scratch">Existing directory for files in between.</param>
    /// <param name="targetPath">File to write; incomplete after any failure.</param>
    /// <param name="cancellationToken">Ends the program at once.</param>
    /// <exception cref="ToolMissingException">The program is not installed.</exception>
    /// <exception cref="MediaUnreadableException">The video cannot be decoded, or the encoding would exceed the limits.</exception>
    Task EncodeAsync(string path, EncodingOrder order, string scratch, string targetPath, CancellationToken cancellationToken);
}
