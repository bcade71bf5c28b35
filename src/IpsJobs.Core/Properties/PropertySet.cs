using IpsJobs.Core.Handles;

namespace IpsJobs.Core.Properties;

/// <summary>A named list of settings of a company that jobs read, such as a preset.</summary>
/// <param name="PropertySetId">0 for one that is to be added.</param>
/// <param name="CompanyId">Owner.</param>
/// <param name="TypeName">A constant of <see cref="Constants.PropertySetTypeNames"/>.</param>
/// <param name="Values">Values by property name.</param>
public sealed record PropertySet(int PropertySetId, int CompanyId, string TypeName, IReadOnlyDictionary<string, string> Values)
{
    public PropertySetHandle Handle => new(PropertySetId);

    /// <summary>Null when the property is absent or blank.</summary>
    public string? Find(string name) => Values.GetValueOrDefault(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;
}
