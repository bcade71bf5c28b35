using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary>What a property set belongs to.</summary>
public static class PropertySetTypes
{
    public const string UserProperty = "UserProperty";
    public const string CompanyProperty = "CompanyProperty";
    public const string UserCompanyProperty = "UserCompanyProperty";

    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            UserProperty, CompanyProperty, UserCompanyProperty,
        ]);
}
