using IpsJobs.Core.Messages;
using IpsJobs.Core.Text;

namespace IpsJobs.Imaging.Metadata;

/// <summary>Collects fields and keywords of one file; what is noted first counts.</summary>
/// <remarks>All of it ends in one row of the database and in replies, so it is kept small.</remarks>
internal sealed class MetadataFields
{
    public const string Keywords = "dc:subject";

    private const int MaxFields = 300;
    private const int MaxValue = 8192;
    private const int MaxKeywords = 1000;
    private const int MaxKeyword = 256;

    private readonly Dictionary<string, string> fields = [];
    private readonly List<string> keywords = [];
    private readonly HashSet<string> known = [];
    private readonly List<LocalizedMessage> remarks = [];
    private bool cut;

    public Core.Assets.EmbeddedMetadata Result =>
        new(fields, keywords, cut ? [.. remarks, new LocalizedMessage("Log.Metadata.TooMuch")] : remarks);

    public void Set(string field, string? value) => Set(field, value is null ? [] : [value]);

    /// <summary>Notes a field with one or several values.</summary>
    public void Set(string field, IReadOnlyList<string> values)
    {
        var cleaned = values.Select(Clean).Where(v => v.Length > 0).ToList();
        if (field == Keywords)
            cleaned.ForEach(AddKeyword);
        else if (cleaned.Count > 0 && !fields.ContainsKey(field))
            Add(field, cleaned.Count == 1 ? cleaned[0] : XmpKeywords.Format(cleaned));
    }

    /// <summary>Notes all that another file or form says, behind what is known.</summary>
    public void Add(MetadataFields other)
    {
        foreach (var (field, value) in other.fields)
            Set(field, value);
        Set(Keywords, other.keywords);
        AddRemarks(other);
    }

    /// <summary>Notes what another one could not read.</summary>
    public void AddRemarks(MetadataFields other)
    {
        remarks.AddRange(other.remarks);
        cut |= other.cut;
    }

    /// <summary>Something about the file's metadata is to be told.</summary>
    public void Note(LocalizedMessage remark) => remarks.Add(remark);

    /// <summary>A part of the file's metadata cannot be read.</summary>
    /// <param name="form">Its name: XMP, IPTC or EXIF.</param>
    public void NoteDamage(string form) => remarks.Add(new LocalizedMessage("Log.Metadata.Damaged", form));

    /// <summary>Something was left out because it is too large.</summary>
    public void NoteCut() => cut = true;

    private void Add(string field, string value)
    {
        if (fields.Count < MaxFields && value.Length <= MaxValue && field.Length <= MaxKeyword)
            fields.Add(field, value);
        else
            cut = true;
    }

    private void AddKeyword(string keyword)
    {
        if (keyword.Length > MaxKeyword || keywords.Count >= MaxKeywords)
            cut = true;
        else if (known.Add(keyword))
            keywords.Add(keyword);
    }

    // Replies are XML, which has no place for other control characters or for halves of a character.
    private static string Clean(string value) =>
        string.Concat(value.EnumerateRunes().Where(r => r.Value is '\t' or '\n' || !(System.Text.Rune.IsControl(r) || r.Value is 0xFFFE or 0xFFFF))
            .Select(r => r.ToString())).Trim();
}
