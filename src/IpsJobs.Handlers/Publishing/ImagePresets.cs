using IpsJobs.Core.Constants;
using IpsJobs.Core.Properties;

namespace IpsJobs.Handlers.Publishing;

/// <summary>Image presets of companies: named lists of image serving commands, which catalogs call macros.</summary>
public sealed class ImagePresets(IPropertySets sets)
{
    private const string Name = "name";
    private const string Definition = "definition";

    /// <summary>Commands by name, without the dollar signs that requests put around names; of two with one name the newer counts.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ListAsync(int companyId, CancellationToken cancellationToken)
    {
        var presets = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var set in await sets.ListAsync(companyId, PropertySetTypeNames.ImagePreset, cancellationToken))
            if (set.Find(Name) is { } name && set.Find(Definition) is { } definition)
                presets[name.Trim('$')] = definition;
        return presets;
    }
}
