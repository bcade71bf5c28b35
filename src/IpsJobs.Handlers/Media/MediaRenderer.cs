using System.Collections.Frozen;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Documents;
using IpsJobs.Handlers.Ingest;

namespace IpsJobs.Handlers.Media;

/// <summary>Finds out what a video or sound is, so that the asset is stored with its size, length and codecs; it draws nothing.</summary>
/// <remarks>A damaged file is stored too, with a warning: its bytes may be all that somebody has.</remarks>
public sealed class MediaRenderer(IMediaTools tools, EncodingPresets presets) : IPictureRenderer
{
    private static readonly FrozenSet<string> Types =
        FrozenSet.Create(StringComparer.Ordinal, [AssetTypes.Video, AssetTypes.MasterVideo, AssetTypes.Audio]);

    private static readonly Dictionary<string, string> NoFacts = [];

    public bool AppliesTo(FileClass.Known type, string extension, UploadOptionBlocks options) => Types.Contains(type.AssetType);

    /// <inheritdoc/>
    public async Task<RenderedPicture> RenderAsync(JobRun run, string path, UploadOptionBlocks options, CancellationToken cancellationToken)
    {
        using var scratch = new Scratch(run);
        var unmade = await ListUnmadeAsync(run, options, cancellationToken);
        try
        {
            var facts = await tools.ReadAsync(path, scratch.Path, cancellationToken);
            return new RenderedPicture(null, unmade, facts.ToTexts()) { Metadata = facts.Metadata };
        }
        catch (ToolMissingException missing)
        {
            return new RenderedPicture(null, [run.Warning("Log.Upload.ToolMissing", missing.Tool), .. unmade], NoFacts);
        }
        catch (MediaUnreadableException unreadable)
        {
            return new RenderedPicture(null, [run.Warning(unreadable.Reason.Key, [.. unreadable.Reason.Arguments]), .. unmade], NoFacts);
        }
    }

    // The API wants one warning for every result that a machine without an encoder will not make, and no error.
    private async Task<IReadOnlyList<AuxEntry>> ListUnmadeAsync(JobRun run, UploadOptionBlocks options, CancellationToken cancellationToken)
    {
        if (tools.FindMissing() is not { } program)
            return [];
        var warnings = new List<AuxEntry>();
        if (MediaPlan.WantsThumbnail(options.Media))
            warnings.Add(run.Warning("Log.Media.NoThumbnail", program));
        foreach (var preset in await presets.ListAsync(run.Company.CompanyId, options.Media, cancellationToken))
            warnings.Add(run.Warning("Log.Media.NoEncoding", preset.Name, program));
        return warnings;
    }
}
