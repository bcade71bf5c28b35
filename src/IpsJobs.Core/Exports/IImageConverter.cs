using IpsJobs.Core.Assets;

namespace IpsJobs.Core.Exports;

/// <summary>Carries out image serving commands on a file.</summary>
public interface IImageConverter
{
    /// <summary>Reads <paramref name="sourcePath"/> and writes <paramref name="targetPath"/> in the format of the commands.</summary>
    /// <param name="sourcePath">Any image file that can be decoded.</param>
    /// <param name="targetPath">File to write; its directory exists.</param>
    /// <param name="commands">What to do.</param>
    /// <param name="profilePath">File of <see cref="ImageCommands.IccProfile"/>; null when none was asked for.</param>
    /// <param name="cancellationToken">Gives up before the work begins.</param>
    /// <exception cref="ImageUnreadableException">The source cannot be decoded, or the commands make no image of it.</exception>
    /// <exception cref="IOException">The target cannot be written.</exception>
    Task ConvertAsync(
        string sourcePath, string targetPath, ImageCommands commands, string? profilePath, CancellationToken cancellationToken);
}
