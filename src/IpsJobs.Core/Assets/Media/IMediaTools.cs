namespace IpsJobs.Core.Assets;

/// <summary>Reads videos and sounds with programs of their own, each without network and within limits.</summary>
public interface IMediaTools
{
    /// <summary>Looks at a file without decoding it.</summary>
    /// <param name="path">Any video or sound.</param>
    /// <param name="scratch">Existing directory for files in between.</param>
    /// <param name="cancellationToken">Ends the program.</param>
    /// <exception cref="ToolMissingException">The program is not installed.</exception>
    /// <exception cref="MediaUnreadableException">The content is neither video nor sound, or damaged.</exception>
    Task<MediaFacts> ReadAsync(string path, string scratch, CancellationToken cancellationToken);
}
