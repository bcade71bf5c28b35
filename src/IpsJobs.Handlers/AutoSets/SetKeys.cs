using System.Globalization;
using IpsJobs.Handlers.Ingest;

namespace IpsJobs.Handlers.AutoSets;

/// <summary>Item keys of sets and of what goes wrong with them.</summary>
/// <remarks>In the form of parts, so that uploads count them like everything else they make beyond their own files.</remarks>
internal static class SetKeys
{
    private const string Source = "#sets";

    public static string OfSet(SetPreset preset, string name) => ItemKeys.OfPart(Source, Text(preset.PresetId), name);

    public static string OfAsset(SetPreset preset, long assetId) => ItemKeys.OfPart(Source + "-asset", Text(preset.PresetId), Text(assetId));

    public static string OfPreset(SetPreset preset) => ItemKeys.OfPart(Source + "-preset", Text(preset.PresetId), "");

    public static string OfProblem(int number) => ItemKeys.OfPart(Source + "-problem", Text(number), "");

    public static string OfUnmatched(long assetId) => ItemKeys.OfPart(Source + "-none", Text(assetId), "");

    /// <summary>True for the keys made here, whose assets are no candidates.</summary>
    public static bool Includes(string itemKey) => itemKey.StartsWith(Source, StringComparison.Ordinal);

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
