using System.Globalization;

namespace IpsJobs.Core.Jobs;

/// <summary>Lanes: what runs beside what. Instances of one lane are first come, first served.</summary>
public static class Lanes
{
    private const string UploadPart = "upload";
    private const string ExportPart = "export";
    private const string MetadataPart = "metadata";

    /// <summary>Lane of a publish context: one publish at a time.</summary>
    public static string Publish(int companyId, int contextId) => Key(companyId, "pc" + Text(contextId));

    /// <summary>Uploads, rips, reprocessing, optimising, automated sets and sitemaps of a company.</summary>
    public static string Upload(int companyId) => Key(companyId, UploadPart);

    public static string Export(int companyId) => Key(companyId, ExportPart);

    public static string Metadata(int companyId) => Key(companyId, MetadataPart);

    /// <summary>How many instances of the lane may run at once.</summary>
    /// <param name="laneKey">A key made here; empty means no lane.</param>
    /// <param name="uploadLaneSize">The company's setting.</param>
    public static int Capacity(string laneKey, int uploadLaneSize) => laneKey[(laneKey.IndexOf('/', StringComparison.Ordinal) + 1)..] switch
    {
        "" => int.MaxValue,
        UploadPart => Math.Max(1, uploadLaneSize),
        ExportPart => 2,
        _ => 1,
    };

    private static string Key(int companyId, string part) => Text(companyId) + "/" + part;

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
