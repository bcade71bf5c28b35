using System.Globalization;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Ingest;

namespace IpsJobs.Handlers.Documents;

/// <summary>The pages of one source.</summary>
internal sealed record PageJob(JobRun Run, ByproductSource Source, DocumentPlan Plan, string PdfPath, Scratch Scratch, int PageCount)
{
    private const int FewestDigits = 2;

    public static string KeyOf(int page) => page.ToString(CultureInfo.InvariantCulture);

    /// <summary>The part without its picture.</summary>
    public Byproduct PartOf(int page, string engine) => new()
    {
        Key = KeyOf(page),
        Engine = engine,
        Folder = Source.Asset.Content.Folder,
        FileName = $"{Source.Asset.Name}_{Padded(page)}.tif",
        Options = PictureOptions(Source.Settings.Options),
        Attributes = new Dictionary<string, string> { ["page"] = KeyOf(page) },
    };

    public bool IsDone(Byproduct part) => Run.DoneItems.Contains(ItemKeys.OfPart(Source.ItemKey, part.Engine, part.Key));

    /// <summary>The row of a page that a stop kept from being made.</summary>
    public ItemCommit Cancel(Byproduct part)
    {
        var key = ItemKeys.OfPart(Source.ItemKey, part.Engine, part.Key);
        return new ItemCommit(Run.Instance.InstanceId, UploadRows.Cancelled(key, part.Folder + part.FileName))
        {
            Extra = new JobCounters { TotalFile = 1 },
        };
    }

    // Names in alphabetical order are pages in their order.
    private string Padded(int page) =>
        KeyOf(page).PadLeft(Math.Max(FewestDigits, KeyOf(PageCount).Length), '0');

    private static UploadOptionBlocks PictureOptions(UploadOptionBlocks options) => new()
    {
        Knockout = options.Knockout,
        ManualCrop = options.ManualCrop,
        ColorCrop = options.ColorCrop,
        TransparentCrop = options.TransparentCrop,
        ColorManagement = options.ColorManagement,
        UnsharpMask = options.UnsharpMask,
    };
}
