using System.Globalization;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Documents;
using IpsJobs.Handlers.Ingest;

namespace IpsJobs.Handlers.Media;

/// <summary>Makes an image of one frame of a video, under the name of the video.</summary>
public sealed class ThumbnailMaker(IMediaTools tools, ByproductIngest parts) : IByproductMaker
{
    private const string Key = "thumbnail";

    private static readonly FileClass.Known Type = new(AssetTypes.Image, LogFileTypes.Thumbnail, NameSpace.Catalog);
    private static readonly HashSet<string> Keys = [Key];

    public string Engine => GenerationEngines.VideoThumbnail;

    public bool AppliesTo(AssetContent content, UploadSettings settings) =>
        AssetTypeRule.IsVideo(content.Type) && MediaPlan.WantsThumbnail(settings.Options.Media);

    /// <inheritdoc/>
    public async Task<IReadOnlySet<string>> MakeAsync(JobRun run, ByproductSource source, CancellationToken cancellationToken)
    {
        using var scratch = new Scratch(run);
        var part = PartOf(source);
        if (run.DoneItems.Contains(ItemKeys.OfPart(source.ItemKey, Engine, Key)))
            return Keys;
        try
        {
            var drawn = scratch.NewFile(".jpg");
            var at = MediaPlan.ThumbnailTime(source.Settings.Options.Media);
            await tools.DrawFrameAsync(source.OriginalPath, at, scratch.Path, drawn, cancellationToken);
            await parts.IngestAsync(run, source, part with { StagedPath = drawn }, cancellationToken);
        }
        catch (MediaUnreadableException unreadable)
        {
            await ByproductIngest.RejectAsync(run, source, part, unreadable.Reason, cancellationToken);
        }
        catch (ToolMissingException)
        {
            // The row of the video has told it already.
        }
        return Keys;
    }

    private Byproduct PartOf(ByproductSource source) => new()
    {
        Key = Key,
        Engine = Engine,
        Folder = source.Asset.Content.Folder,
        FileName = source.Asset.Name + ".jpg",
        Type = Type,
        Attributes = new Dictionary<string, string>
        {
            ["thumbnailTime"] = MediaPlan.ThumbnailTime(source.Settings.Options.Media).TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture),
        },
    };
}
