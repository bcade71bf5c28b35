using System.Text.RegularExpressions;
using IpsJobs.Core.Messages;
using IpsJobs.Core.Text;

namespace IpsJobs.Handlers.DirectoryUpload;

/// <summary>Translates the fields of a metadata line into those of an asset.</summary>
internal static partial class MetadataFields
{
    private const string Keywords = "dc:subject";
    private const string UserDataAttribute = "vc_userdata";
    private const string UserData = "userData";
    private const string ReservedPrefix = "vc_";
    private const int LongestValue = 8192;

    /// <summary>The fields under the names that the store has for them, and the keywords where the line has some.</summary>
    /// <param name="line">As read.</param>
    /// <param name="keywords">Null leaves those of the asset alone.</param>
    /// <param name="problem">The first field that cannot be taken; null when all can.</param>
    public static Dictionary<string, string> Translate(MetadataLine line, out IReadOnlyList<string>? keywords, out LocalizedMessage? problem)
    {
        (keywords, problem) = (null, null);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in line.Fields)
        {
            if (FieldOf(name) is not { } field)
                problem ??= new LocalizedMessage("Log.MetadataFile.UnknownField", line.Name, Shown(name));
            else if (value.Length > LongestValue || value.Any(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r')))
                problem ??= new LocalizedMessage("Log.MetadataFile.BadValue", line.Name, Shown(name));
            else if (field == Keywords)
                keywords = XmpKeywords.Parse(value);
            else
                fields[field] = value.Trim();
        }
        return fields;
    }

    // The service's own fields cannot be written; all others are properties of XMP or fields of the company.
    private static string? FieldOf(string name)
    {
        if (string.Equals(name, UserDataAttribute, StringComparison.OrdinalIgnoreCase))
            return UserData;
        return !name.StartsWith(ReservedPrefix, StringComparison.OrdinalIgnoreCase) && Name().IsMatch(name) ? name : null;
    }

    private static string Shown(string name) => name.Length > 100 ? name[..100] : name;

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{N}_.\- ]{0,99}(:[\p{L}_][\p{L}\p{N}_.\-]{0,99})?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
