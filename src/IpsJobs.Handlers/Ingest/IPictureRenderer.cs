using IpsJobs.Core.Assets;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Draws a file that is no picture itself, so that it gets an optimised image as pictures do: page 1 of a PostScript file.</summary>
/// <remarks>Every registered renderer is asked, in the order of registration; the first that applies draws.</remarks>
public interface IPictureRenderer
{
    /// <summary>Whether the options ask for a picture of such a file; decided without reading it.</summary>
    /// <param name="type">Type of the file.</param>
    /// <param name="extension">Lower case, without dot.</param>
    /// <param name="options">What the job asks for.</param>
    bool AppliesTo(FileClass.Known type, string extension, UploadOptionBlocks options);

    /// <summary>Draws the file.</summary>
    /// <param name="run">The job.</param>
    /// <param name="path">The file.</param>
    /// <param name="options">What the job asks for.</param>
    /// <param name="cancellationToken">Ends the drawing.</param>
    /// <exception cref="ImageUnreadableException">The file is to be refused.</exception>
    Task<RenderedPicture> RenderAsync(JobRun run, string path, UploadOptionBlocks options, CancellationToken cancellationToken);
}
