using MetadataExtractor;
using MetadataExtractor.Formats.Iptc;
using MetadataExtractor.IO;

namespace IpsJobs.Imaging.Metadata;

/// <summary>Reads IPTC records and names them like the XMP properties that took their place.</summary>
internal static class IptcFields
{
    public const string Form = "IPTC";

    // Repeated records are copied at each repetition.
    private const int MaxBlock = 128 * 1024;

    private static readonly (int Tag, string Field)[] Names =
    [
        (IptcDirectory.TagKeywords, MetadataFields.Keywords),
        (IptcDirectory.TagObjectName, "dc:title"),
        (IptcDirectory.TagCaption, "dc:description"),
        (IptcDirectory.TagByLine, "dc:creator"),
        (IptcDirectory.TagCopyrightNotice, "dc:rights"),
        (IptcDirectory.TagHeadline, "photoshop:Headline"),
        (IptcDirectory.TagByLineTitle, "photoshop:AuthorsPosition"),
        (IptcDirectory.TagCaptionWriter, "photoshop:CaptionWriter"),
        (IptcDirectory.TagCategory, "photoshop:Category"),
        (IptcDirectory.TagSupplementalCategories, "photoshop:SupplementalCategories"),
        (IptcDirectory.TagCity, "photoshop:City"),
        (IptcDirectory.TagProvinceOrState, "photoshop:State"),
        (IptcDirectory.TagCountryOrPrimaryLocationName, "photoshop:Country"),
        (IptcDirectory.TagSubLocation, "Iptc4xmpCore:Location"),
        (IptcDirectory.TagCountryOrPrimaryLocationCode, "Iptc4xmpCore:CountryCode"),
        (IptcDirectory.TagCredit, "photoshop:Credit"),
        (IptcDirectory.TagSource, "photoshop:Source"),
        (IptcDirectory.TagSpecialInstructions, "photoshop:Instructions"),
        (IptcDirectory.TagOriginalTransmissionReference, "photoshop:TransmissionReference"),
    ];

    public static void Read(byte[] block, MetadataFields fields)
    {
        if (block.Length > MaxBlock)
        {
            fields.NoteCut();
            return;
        }
        var records = new IptcReader().Extract(new SequentialByteArrayReader(block), block.Length);
        if (records.HasError)
            fields.NoteDamage(Form);
        foreach (var (tag, field) in Names)
            fields.Set(field, ValuesOf(records, tag));
    }

    private static string[] ValuesOf(IptcDirectory records, int tag) => records.GetObject(tag) switch
    {
        null => [],
        StringValue or string => [records.GetString(tag) ?? ""],
        _ => records.GetStringArray(tag) ?? [],
    };
}
