using System.Globalization;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Ingest;

namespace IpsJobs.Handlers.Media;

/// <summary>Makes the set from which a player chooses the encoding that fits its line.</summary>
public sealed class AdaptiveSets(ByproductIngest parts)
{
    /// <summary>Names the set among the parts of a video.</summary>
    public const string Key = "AVS";

    private const string Suffix = "-AVS";

    // A set has no file; the extension only keeps a dot in the name of the video from being taken for one.
    private const string Extension = ".set";

    private static readonly FileClass.Known Type = new(AssetTypes.AssetSet, LogFileTypes.ImageSet, NameSpace.Catalog);

    /// <summary>Whether there is anything to choose from, or a preset says that there will be.</summary>
    public static bool IsWanted(IReadOnlyList<EncodingPreset> presets) => presets.Count > 1 || presets.Any(p => p.IsAdaptive);

    /// <summary>Makes the set of those encodings that players can switch between; of none, no set.</summary>
    /// <param name="run">The job.</param>
    /// <param name="source">The video.</param>
    /// <param name="made">Its encodings in the order of their presets.</param>
    /// <param name="cancellationToken">Leaves it to the next run.</param>
    public async Task MakeAsync(
        JobRun run, ByproductSource source, IReadOnlyList<(Encoding Encoding, long AssetId)> made, CancellationToken cancellationToken)
    {
        // Players begin with the first member, so the slowest line comes first. What has no rate of its own is of a constant, high quality.
        var members = made
            .Where(m => VideoContainers.Adaptive.Contains(m.Encoding.Preset.Order.Container))
            .OrderBy(m => m.Encoding.Preset.Order.VideoBitRate ?? long.MaxValue)
            .Select(m => new SetMember(m.AssetId))
            .ToList();
        if (!source.Settings.ExcludeMasterVideoFromSet && VideoContainers.Adaptive.Contains(AssetNaming.Extension(source.Asset.Content.FileName)))
            members.Add(new SetMember(source.Asset.AssetId));
        if (members.Count > 0)
            await parts.IngestAsync(run, source, PartOf(source, members), cancellationToken);
    }

    private static Byproduct PartOf(ByproductSource source, List<SetMember> members) => new()
    {
        Key = Key,
        Engine = GenerationEngines.VideoEncoding,
        Folder = source.Asset.Content.Folder,
        FileName = source.Asset.Name + Suffix + Extension,
        Type = Type,
        SubType = AssetSetSubTypes.VideoSet,
        Members = members,
        Attributes = new Dictionary<string, string> { ["members"] = members.Count.ToString(CultureInfo.InvariantCulture) },
    };
}
