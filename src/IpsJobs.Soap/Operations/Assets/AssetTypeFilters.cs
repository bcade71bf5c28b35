using IpsJobs.Contracts;
using IpsJobs.Core.Assets.Search;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Reads which types of assets a request means.</summary>
internal static class AssetTypeFilters
{
    /// <exception cref="RuleViolationException">30001: no asset type.</exception>
    public static AssetTypeFilter Read(StringArray? types, StringArray? excluded, StringArray? subTypes, bool? strictSubTypes) => new()
    {
        Types = Types(types, "assetTypeArray/items"),
        Excluded = Types(excluded, "excludeAssetTypeArray/items"),
        SubTypes = Given(subTypes),
        StrictSubTypes = strictSubTypes == true,
    };

    /// <summary>Any asset is an <c>Asset</c>, so this type filters nothing.</summary>
    /// <exception cref="RuleViolationException">30001: no asset type.</exception>
    public static IReadOnlyCollection<string> Types(StringArray? array, string path)
    {
        var types = Given(array).Select(type => AssetTypes.TryCanonical(type, out var known) ? known : throw Violations.InvalidValue(type, path));
        var distinct = types.Distinct().ToList();
        return distinct.Contains(AssetTypes.Asset) ? [] : distinct;
    }

    // Sub types are open: people give sets of their own any.
    private static List<string> Given(StringArray? array) => [.. (array?.Items ?? []).Where(item => !string.IsNullOrWhiteSpace(item))];
}
