using IpsJobs.Core.Files;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Where the files of a prepared picture go.</summary>
internal static class PictureMoves
{
    public static IEnumerable<FileMove> Of(DataFolder data, string companyRoot, PreparedPicture picture)
    {
        if (picture is { StagedPath: { } staged, Optimized: { } optimized })
            yield return new FileMove(staged, data.Optimized(companyRoot).Resolve(optimized.Path));
        if (picture is { StagedMask: { } stagedMask, Mask: { } mask })
            yield return new FileMove(stagedMask, data.Masks(companyRoot).Resolve(mask.Path));
    }
}
