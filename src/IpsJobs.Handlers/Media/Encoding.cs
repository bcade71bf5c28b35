using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Ingest;

namespace IpsJobs.Handlers.Media;

/// <summary>One encoding of one video.</summary>
/// <param name="Run">The job.</param>
/// <param name="Source">The video.</param>
/// <param name="Preset">What it is to become.</param>
/// <param name="Part">The asset to make, without its file.</param>
public sealed record Encoding(JobRun Run, ByproductSource Source, EncodingPreset Preset, Byproduct Part)
{
    private static readonly FileClass.Known Type = new(AssetTypes.Video, LogFileTypes.Video, NameSpace.Static);

    /// <summary>Folder and file name.</summary>
    public string Path => Part.Folder + Part.FileName;

    public bool IsDone => Run.DoneItems.Contains(ItemKey);

    private string ItemKey => ItemKeys.OfPart(Source.ItemKey, Part.Engine, Part.Key);

    /// <summary>The encodings in the order of the presets, each with a name of its own.</summary>
    public static IReadOnlyList<Encoding> ListOf(JobRun run, ByproductSource source, IReadOnlyList<EncodingPreset> presets)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { source.Asset.Name };
        return [.. presets.Select(preset => new Encoding(run, source, preset, PartOf(source, preset, FreeName(source.Asset.Name + preset.Suffix, names))))];
    }

    /// <summary>The row of an encoding that a stop kept from being made.</summary>
    public ItemCommit Cancel() => new(Run.Instance.InstanceId, UploadRows.Cancelled(ItemKey, Path))
    {
        Extra = new JobCounters { TotalFile = 1 },
    };

    private static Byproduct PartOf(ByproductSource source, EncodingPreset preset, string name) => new()
    {
        Key = preset.Key,
        Engine = GenerationEngines.VideoEncoding,
        Folder = source.Asset.Content.Folder,
        FileName = $"{name}.{preset.Order.Container}",
        Type = Type,
        Attributes = new Dictionary<string, string> { ["preset"] = preset.Name },
    };

    // Two presets may have one suffix: the second encoding must not take the place of the first.
    private static string FreeName(string wanted, HashSet<string> taken)
    {
        var name = wanted;
        for (var number = 2; !taken.Add(name); number++)
            name = AssetNaming.Numbered(wanted, number);
        return name;
    }
}
