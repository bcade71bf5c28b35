using IpsJobs.Core.Properties;

namespace IpsJobs.Storage.Entities;

/// <summary>A property set of a company.</summary>
internal sealed class PropertySetEntity
{
    public int PropertySetId { get; set; }

    public int CompanyId { get; set; }

    public string TypeName { get; set; } = "";

    /// <summary>JSON object of texts.</summary>
    public string Properties { get; set; } = "{}";

    public PropertySet ToRecord() => new(PropertySetId, CompanyId, TypeName, StoreJson.ReadTexts(Properties));
}
