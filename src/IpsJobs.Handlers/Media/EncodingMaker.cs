using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Documents;
using IpsJobs.Handlers.Ingest;

namespace IpsJobs.Handlers.Media;

/// <summary>Encodes a video by every preset of the job, and makes an adaptive set of the encodings.</summary>
/// <remarks>One after the other: an encoding uses all processors. A stop ends the encoding at work and leaves nothing of it.</remarks>
public sealed class EncodingMaker(IMediaTools tools, ByproductIngest parts, EncodingPresets presets, AdaptiveSets sets) : IByproductMaker
{
    public string Engine => GenerationEngines.VideoEncoding;

    public bool AppliesTo(AssetContent content, UploadSettings settings) =>
        AssetTypeRule.IsVideo(content.Type) && MediaPlan.WantsEncodings(settings.Options.Media);

    /// <inheritdoc/>
    public async Task<IReadOnlySet<string>> MakeAsync(JobRun run, ByproductSource source, CancellationToken cancellationToken)
    {
        var wanted = await presets.ListAsync(run.Company.CompanyId, source.Settings.Options.Media, cancellationToken);
        var keys = wanted.Select(p => p.Key).ToHashSet();
        if (AdaptiveSets.IsWanted(wanted))
            keys.Add(AdaptiveSets.Key);
        // The row of the video has told it already.
        if (tools.FindMissing() is not null)
            return keys;
        var encodings = Encoding.ListOf(run, source, wanted);
        var progress = new EncodingProgress(run, encodings.Count);
        var made = new List<(Encoding Encoding, long AssetId)>();
        foreach (var encoding in encodings)
        {
            if (await progress.ShowAsync(encoding.Path, () => MakeAsync(encoding, cancellationToken)) is { } assetId)
                made.Add((encoding, assetId));
        }
        if (AdaptiveSets.IsWanted(wanted) && !run.StopRequested)
            await sets.MakeAsync(run, source, made, cancellationToken);
        return keys;
    }

    /// <returns>Id of the asset; null when there is none.</returns>
    private async Task<long?> MakeAsync(Encoding encoding, CancellationToken cancellationToken)
    {
        var (run, source, part) = (encoding.Run, encoding.Source, encoding.Part);
        if (encoding.IsDone)
            return await parts.IngestAsync(run, source, part, cancellationToken);
        if (encoding.Preset.Problem is { } problem)
        {
            await ByproductIngest.RejectAsync(run, source, part, problem, cancellationToken);
            return null;
        }
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(run.StopToken, cancellationToken);
        try
        {
            return await EncodeAsync(encoding, stop.Token, cancellationToken);
        }
        catch (OperationCanceledException) when (run.StopRequested && !cancellationToken.IsCancellationRequested)
        {
            await run.CommitAsync(encoding.Cancel(), cancellationToken);
        }
        catch (MediaUnreadableException unreadable)
        {
            await ByproductIngest.RejectAsync(run, source, part, unreadable.Reason, cancellationToken);
        }
        catch (ToolMissingException missing)
        {
            await ByproductIngest.RejectAsync(
                run, source, part, new Core.Messages.LocalizedMessage("Log.Upload.ToolMissing", missing.Tool), cancellationToken);
        }
        return null;
    }

    private async Task<long?> EncodeAsync(Encoding encoding, CancellationToken stop, CancellationToken cancellationToken)
    {
        using var scratch = new Scratch(encoding.Run);
        var target = scratch.NewFile("." + encoding.Preset.Order.Container);
        await tools.EncodeAsync(encoding.Source.OriginalPath, encoding.Preset.Order, scratch.Path, target, stop);
        // Encoded is encoded: from here on a stop no longer matters.
        return await parts.IngestAsync(encoding.Run, encoding.Source, encoding.Part with { StagedPath = target }, cancellationToken);
    }
}
