using System.Globalization;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;

namespace IpsJobs.Handlers.AutoSets;

/// <summary>Finds sets in the names of assets. The same candidates always give the same plans.</summary>
public static class SetPlanner
{
    /// <summary>Applies every preset to all candidates.</summary>
    public static SetPlans Plan(IReadOnlyList<SetPreset> presets, IReadOnlyList<SetCandidate> candidates)
    {
        var (sets, errors, matched) = (new List<SetPlan>(), new List<LogRow>(), new HashSet<long>());
        foreach (var preset in presets)
        {
            try
            {
                var found = new PresetFindings(preset);
                foreach (var candidate in candidates.Where(c => TakesPart(preset, c)))
                    found.Look(candidate.Asset);
                sets.AddRange(found.Sets);
                errors.AddRange(found.Errors);
                matched.UnionWith(found.Matched);
            }
            catch (ExpressionTooSlowException)
            {
                errors.Add(TooSlow(preset));
            }
        }

        return new SetPlans(sets, errors, matched);
    }

    /// <summary>The row of a preset whose expressions take too long: none of its sets is made.</summary>
    public static LogRow TooSlow(SetPreset preset) =>
        new(LogTypes.UploadError, new LocalizedMessage("Log.Set.PresetTooSlow", preset.Name))
        {
            ItemKey = SetKeys.OfPreset(preset),
            AssetName = preset.Name,
            FileType = LogFileTypes.NoType,
        };

    private static bool TakesPart(SetPreset preset, SetCandidate candidate) =>
        (preset.IncludeDerived || !candidate.IsDerived) && (candidate.Asset.Content.Type switch
        {
            AssetTypes.Svg or AssetTypes.AdjustedView or AssetTypes.LayerView or AssetTypes.Template => true,
            var type when AssetTypeRule.IsVideo(type) => preset.Kind.HoldsVideos,
            var type => AssetTypeRule.IsPicture(type),
        });

    /// <summary>What one preset finds.</summary>
    private sealed class PresetFindings(SetPreset preset)
    {
        private readonly Dictionary<string, List<SetPlace>> members = new(StringComparer.Ordinal);
        private readonly List<string> names = [];

        public List<LogRow> Errors { get; } = [];

        public HashSet<long> Matched { get; } = [];

        public IEnumerable<SetPlan> Sets => names.Select(name => new SetPlan(preset, name, members[name]));

        public void Look(StoredAsset asset)
        {
            if (preset.Match.FirstGroup(asset.Name) is not { } own)
                return;
            Matched.Add(asset.AssetId);
            if (PlaceOf(asset) is not { } place)
                Errors.Add(Error(asset, "Log.Set.NoPosition", asset.Name, preset.Name));
            else if (AssetNaming.Clean(preset.Prefix + (preset.BaseName ?? own) + preset.Suffix) is not { } name)
                Errors.Add(Error(asset, "Log.Set.NoName", asset.Name, preset.Name));
            else
                Add(name, place);
        }

        private SetPlace? PlaceOf(StoredAsset asset)
        {
            if (preset.Row is null || preset.Column is null)
                return new SetPlace(asset);
            return Number(preset.Row, asset) is { } row && Number(preset.Column, asset) is { } column ? new SetPlace(asset, row, column) : null;
        }

        private static int? Number(NameExpression expression, StoredAsset asset) =>
            int.TryParse(expression.FirstGroup(asset.Name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

        private void Add(string name, SetPlace place)
        {
            if (!members.TryGetValue(name, out var places))
            {
                members.Add(name, places = []);
                names.Add(name);
            }

            places.Add(place);
        }

        private LogRow Error(StoredAsset asset, string key, params string[] arguments) =>
            new(LogTypes.UploadError, new LocalizedMessage(key, arguments))
            {
                ItemKey = SetKeys.OfAsset(preset, asset.AssetId),
                AssetName = asset.Name,
                AssetId = asset.AssetId,
                FileType = LogFileTypes.NoType,
            };
    }
}
