using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Messages;
using IpsJobs.Core.Properties;

namespace IpsJobs.Handlers.AutoSets;

/// <summary>Reads presets from property sets.</summary>
public static class SetPresetReader
{
    private const int MaxSequence = 100;

    /// <summary>Reads an active preset.</summary>
    /// <param name="set">The property set.</param>
    /// <param name="companyRoot">Root folder of the company.</param>
    /// <param name="time">Measures how long expressions take.</param>
    /// <exception cref="SetPresetException">It is none, is not active, or has a property that cannot be used.</exception>
    public static SetPreset Read(PropertySet set, string companyRoot, TimeProvider time)
    {
        var name = set.Find("name") ?? set.Handle.ToString();
        if (set.TypeName != PropertySetTypeNames.BatchSetPreset)
            throw Refused("Log.Set.NoPreset", name);
        if (!IsOn(set, "active", byDefault: true))
            throw Refused("Log.Set.PresetInactive", name);
        var kind = SetKind.Find(set.Find("setType")) ?? throw Unusable(name, "setType");
        var budget = new MatchBudget(time);
        return new SetPreset
        {
            PresetId = set.PropertySetId,
            Name = name,
            Kind = kind,
            Match = Expression(set, "match", name, budget) ?? throw Unusable(name, "match"),
            BaseName = set.Find("baseName"),
            Prefix = set.Find("prefix") ?? "",
            Suffix = set.Find("suffix") ?? "",
            Sequence = Sequence(set, name, budget),
            Row = kind.HasCells ? Expression(set, "row", name, budget) ?? throw Unusable(name, "row") : null,
            Column = kind.HasCells ? Expression(set, "column", name, budget) ?? throw Unusable(name, "column") : null,
            Folder = Folder(set, name, companyRoot),
            IncludeDerived = IsOn(set, "includeDerived", byDefault: true),
        };
    }

    private static NameExpression? Expression(PropertySet set, string property, string name, MatchBudget budget) =>
        set.Find(property) is { } text ? NameExpression.Find(text, budget) ?? throw Unusable(name, property) : null;

    private static List<NameExpression> Sequence(PropertySet set, string name, MatchBudget budget)
    {
        var parts = SequenceText.Split(set.Find("sequence") ?? "");
        if (parts.Count > MaxSequence)
            throw Unusable(name, "sequence");
        return [.. parts.Select(part => NameExpression.Find(part, budget) ?? throw Unusable(name, "sequence"))];
    }

    private static string? Folder(PropertySet set, string name, string companyRoot)
    {
        if (set.Find("destFolder") is not { } text)
            return null;
        return FolderPaths.Find(companyRoot, text) ?? throw Unusable(name, "destFolder");
    }

    private static bool IsOn(PropertySet set, string property, bool byDefault) => set.Find(property) is { } value
        ? string.Equals(value.Trim(), "true", StringComparison.OrdinalIgnoreCase) || value.Trim() == "1"
        : byDefault;

    private static SetPresetException Unusable(string name, string property) => Refused("Log.Set.PresetUnusable", name, property);

    private static SetPresetException Refused(string key, params string[] arguments) => new(new LocalizedMessage(key, arguments));
}
