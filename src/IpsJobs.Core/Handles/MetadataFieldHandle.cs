namespace IpsJobs.Core.Handles;

/// <summary>Names a metadata field by company, asset type and name: <c>47|ALL|Resolution</c> or <c>m|47|ASSET|Resolution</c>.</summary>
/// <remarks>A field that all companies have is named by its dotted name alone, such as <c>dc.rights</c>.</remarks>
public readonly record struct MetadataFieldHandle(int? CompanyId, string Name)
{
    private const string Tag = "m";

    /// <summary>The name that assets store the field under: XMP fields are named with a dot and stored with a colon.</summary>
    public string StoredName
    {
        get
        {
            var dot = Name.IndexOf('.', StringComparison.Ordinal);
            return dot > 0 && !Name.Contains(':', StringComparison.Ordinal) ? $"{Name[..dot]}:{Name[(dot + 1)..]}" : Name;
        }
    }

    public static bool TryParse(string? text, out MetadataFieldHandle handle)
    {
        handle = default;
        switch (HandleFields.Split(text, Tag))
        {
            case [{ Length: > 0 } name]:
                handle = new MetadataFieldHandle(CompanyId: null, name);
                return true;
            case [var company, { Length: > 0 }, { Length: > 0 } name] when HandleFields.TryInt32(company, out var companyId):
                handle = new MetadataFieldHandle(companyId, name);
                return true;
            default:
                return false;
        }
    }
}
