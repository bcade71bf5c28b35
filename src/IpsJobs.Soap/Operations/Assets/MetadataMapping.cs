using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Text;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Shows the metadata fields of an asset; those of XMP have dotted names, such as <c>dc.rights</c>.</summary>
internal static class MetadataMapping
{
    private const string Subject = "dc:subject";

    /// <summary>Null for an asset without metadata.</summary>
    public static MetadataArray? ToContract(AssetContent content)
    {
        var array = new MetadataArray();
        foreach (var (name, value) in content.Metadata.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            // The keywords are the truth; this field is what they were read from.
            if (name != Subject || content.Keywords.Count == 0)
                array.Items.Add(new Metadata { Name = Shown(name), Value = value });
        }

        if (content.Keywords.Count > 0)
            array.Items.Add(Keywords(content.Keywords));
        return array.Items.Count == 0 ? null : array;
    }

    private static string Shown(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 ? $"{name[..colon]}.{name[(colon + 1)..]}" : name;
    }

    private static Metadata Keywords(IReadOnlyList<string> keywords)
    {
        var values = new StringArray();
        values.Items.AddRange(keywords);
        return new Metadata { Name = Shown(Subject), Value = XmpKeywords.Format(keywords), ValueArray = values };
    }
}
