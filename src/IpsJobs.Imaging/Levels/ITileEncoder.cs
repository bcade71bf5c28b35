using NetVips;

namespace IpsJobs.Imaging;

/// <summary>Encodes strips of a pyramid as tiles, several strips at once.</summary>
internal interface ITileEncoder
{
    /// <param name="level">0 for the full picture.</param>
    /// <param name="strip">Whole rows of tiles but at the end of the level; in memory.</param>
    /// <returns>Appends the tiles to the file; to be called once, when all strips before this one are there.</returns>
    Action<PyramidFile> Encode(int level, Image strip);
}
