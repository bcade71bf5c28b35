using System.Globalization;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.Tiff;
using MetadataExtractor.IO;
using Directory = MetadataExtractor.Directory;

namespace IpsJobs.Imaging.Metadata;

/// <summary>Reads EXIF values and names them like XMP does.</summary>
internal static class ExifFields
{
    public const string Form = "EXIF";

    private static readonly (int Tag, string Field)[] Texts =
    [
        (ExifDirectoryBase.TagImageDescription, "dc:description"),
        (ExifDirectoryBase.TagArtist, "dc:creator"),
        (ExifDirectoryBase.TagCopyright, "dc:rights"),
        (ExifDirectoryBase.TagMake, "tiff:Make"),
        (ExifDirectoryBase.TagModel, "tiff:Model"),
        (ExifDirectoryBase.TagSoftware, "xmp:CreatorTool"),
        (ExifDirectoryBase.TagLensModel, "aux:Lens"),
        (ExifDirectoryBase.TagIsoEquivalent, "exif:ISOSpeedRatings"),
    ];

    private static readonly (int Tag, string Field)[] Numbers =
    [
        (ExifDirectoryBase.TagExposureTime, "exif:ExposureTime"),
        (ExifDirectoryBase.TagFNumber, "exif:FNumber"),
        (ExifDirectoryBase.TagFocalLength, "exif:FocalLength"),
    ];

    private static readonly (int Tag, string Field)[] Dates =
    [
        (ExifDirectoryBase.TagDateTimeOriginal, "exif:DateTimeOriginal"),
        (ExifDirectoryBase.TagDateTimeDigitized, "xmp:CreateDate"),
        (ExifDirectoryBase.TagDateTime, "xmp:ModifyDate"),
    ];

    /// <summary>Reads a block, or a whole TIFF file, which has the same form.</summary>
    public static void Read(IndexedReader reader, MetadataFields fields)
    {
        var directories = new List<Directory>();
        try
        {
            TiffReader.ProcessTiff(reader, new BoundedExifHandler(directories));
        }
        catch (Exception broken) when (broken is TiffProcessingException or IOException or ArgumentException or OverflowException)
        {
            fields.NoteDamage(Form);
        }
        foreach (var directory in directories.Where(d => d is ExifIfd0Directory or ExifSubIfdDirectory))
            Read(directory, fields);
        if (directories.OfType<GpsDirectory>().FirstOrDefault()?.GetGeoLocation() is { IsZero: false } place)
            SetPlace(place, fields);
    }

    private static void Read(Directory directory, MetadataFields fields)
    {
        foreach (var (tag, field) in Texts)
            fields.Set(field, directory.GetString(tag));
        foreach (var (tag, field) in Numbers)
            fields.Set(field, directory.TryGetRational(tag, out var number) && number.Denominator != 0 ? number.ToString(CultureInfo.InvariantCulture) : null);
        foreach (var (tag, field) in Dates)
            fields.Set(field, DateOf(directory, tag));
    }

    // Cameras that know no time write zeros or blanks.
    private static string? DateOf(Directory directory, int tag) =>
        DateTime.TryParseExact(
            directory.GetString(tag)?.Trim('\0', ' '), "yyyy:MM:dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture)
            : null;

    private static void SetPlace(GeoLocation place, MetadataFields fields)
    {
        fields.Set("exif:GPSLatitude", Degrees(place.Latitude, "N", "S"));
        fields.Set("exif:GPSLongitude", Degrees(place.Longitude, "E", "W"));
    }

    private static string Degrees(double value, string positive, string negative)
    {
        var whole = Math.Floor(Math.Abs(value));
        var minutes = (Math.Abs(value) - whole) * 60;
        return string.Create(CultureInfo.InvariantCulture, $"{whole},{minutes:0.######}{(value < 0 ? negative : positive)}");
    }
}
