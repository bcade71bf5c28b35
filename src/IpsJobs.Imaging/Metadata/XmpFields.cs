using System.Text.RegularExpressions;
using System.Xml;
using IpsJobs.Core.Text;
using XmpCore;

namespace IpsJobs.Imaging.Metadata;

/// <summary>Reads the properties of an XMP packet: single values, lists, and fields of structures one level down.</summary>
internal static partial class XmpFields
{
    public const string Form = "XMP";

    // The library keeps the prefixes of all documents it has ever seen in one table: cleared before each, it neither grows nor
    // lets one file's prefixes change those of another. That needs one reader at a time; a packet takes less than a millisecond.
    private static readonly Lock Gate = new();

    public static void Read(byte[] packet, MetadataFields fields)
    {
        try
        {
            if (XmpPacket.Find(packet) is not { } document)
            {
                fields.NoteCut();
                return;
            }
            lock (Gate)
            {
                XmpMetaFactory.Reset();
                Read(XmpMetaFactory.ParseFromXDocument(document), fields);
            }
        }
        catch (Exception broken) when (broken is XmlException or XmpException or ArgumentException or InvalidOperationException)
        {
            fields.NoteDamage(Form);
        }
    }

    private static void Read(IXmpMeta packet, MetadataFields fields)
    {
        var lists = new Dictionary<string, List<string>>();
        var alternatives = new HashSet<string>();
        foreach (var property in packet.Properties)
        {
            if (property.Path is not { Length: > 0 } path)
                continue;
            if (property.Options.IsArrayAltText)
                alternatives.Add(path);
            else if (property.Options is { IsSimple: true, IsQualifier: false } && Place().Match(path) is { Success: true } place)
                Note(lists, alternatives, place, property.Value);
        }
        foreach (var (field, values) in lists)
            fields.Set(field, values);
    }

    // Of texts in several languages the default is the first.
    private static void Note(Dictionary<string, List<string>> lists, HashSet<string> alternatives, Match place, string? value)
    {
        var field = place.Groups["field"].Value;
        if (string.IsNullOrEmpty(value) || (alternatives.Contains(field) && lists.ContainsKey(field)))
            return;
        if (!lists.TryGetValue(field, out var values))
            lists.Add(field, values = []);
        // Some write their subjects into one text instead of a list.
        if (field == MetadataFields.Keywords && !place.Value.EndsWith(']'))
            values.AddRange(XmpKeywords.Parse(value));
        else
            values.Add(value);
    }

    [GeneratedRegex(@"^(?<field>[^:/\[\]]+:[^:/\[\]]+(/[^:/\[\]]+:[^:/\[\]]+)?)(\[\d+\])?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Place();
}
