using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Exports;
using IpsJobs.Core.Files;
using IpsJobs.Core.Handles;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Handlers.Publishing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IpsJobs.Handlers.Export;

/// <summary>Puts originals or conversions of assets into one archive, which can be downloaded for some days.</summary>
/// <remarks>The archive comes into being with the row of the last asset. An interrupted run builds it anew; rows it has stay.</remarks>
public sealed class ExportHandler(
    IAssetStore assets,
    IExportStore exports,
    IImageConverter converter,
    ImagePresets presets,
    PublicLinks links,
    DataFolder data,
    IOptions<ExportOptions> options,
    ILogger<ExportHandler> logger) : IJobHandler
{
    private const int TokenBytes = 32;
    private const int AtOnce = 100;
    private const string ArchiveName = "export.zip";

    /// <inheritdoc/>
    public async Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var job = (ExportJob)run.Block;
        if (!string.IsNullOrEmpty(job.ClientId))
            logger.LogInformation("Export {InstanceId} was asked for by client {ClientId}", run.Instance.InstanceId, job.ClientId);
        var ids = job.AssetHandleArray!.Items
            .Select(text => AssetHandle.TryParse(text, out var handle) ? handle.AssetId : 0).Distinct().ToList();
        await run.SetTotalAsync(ids.Count, cancellationToken);
        if (await exports.FindOfAsync(run.Instance.InstanceId, cancellationToken) is { } made)
        {
            run.End.Message = DownloadMessage.Create(links.Export(made.Token), made.ExpiresUtc);
            return;
        }

        await BuildAsync(run, ids, await ConversionAsync(run, job, cancellationToken), cancellationToken);
    }

    private async Task BuildAsync(JobRun run, List<long> ids, ExportConversion? conversion, CancellationToken cancellationToken)
    {
        var path = Path.Combine(run.StagingDirectory, ArchiveName);
        var rows = new RowsUnderWay(run);
        ItemCommit? last = null;
        int entries;
        try
        {
            await using var archive = new ExportArchiveWriter(path, options.Value.MaxBytes);
            var work = new ExportWork(run, new ExportSources(assets, data, run.Company), conversion, archive);
            await foreach (var (id, asset) in AssetsAsync(run, ids, cancellationToken))
            {
                if (last is not null)
                    await rows.AddAsync(last, cancellationToken);
                if (run.StopRequested)
                    await CancelAsync(run, ids[ids.IndexOf(id)..], cancellationToken);
                last = await work.AddAsync(id, asset, ids.Count, cancellationToken);
            }

            entries = archive.Count;
            await archive.FinishAsync();
        }
        finally
        {
            await rows.WhenWrittenAsync();
        }

        await run.CommitAsync(entries > 0 ? WithArchive(run, last!, path) : last!, cancellationToken);
    }

    // One question for many: asking for every asset by itself costs more than storing its file.
    private async IAsyncEnumerable<(long AssetId, StoredAsset? Asset)> AssetsAsync(
        JobRun run, List<long> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var chunk in ids.Chunk(AtOnce))
        {
            var found = (await assets.FindManyAsync(run.Company.CompanyId, chunk, cancellationToken)).ToDictionary(a => a.AssetId);
            foreach (var id in chunk)
                yield return (id, found.GetValueOrDefault(id));
        }
    }

    private ItemCommit WithArchive(JobRun run, ItemCommit last, string path)
    {
        var instance = run.Instance.InstanceId.ToString(CultureInfo.InvariantCulture);
        var token = Convert.ToBase64String(RandomNumberGenerator.GetBytes(TokenBytes)).Replace('+', '-').Replace('/', '_').TrimEnd('=');
        var archive = new ExportArchive(
            token,
            run.Company.CompanyId,
            run.Instance.InstanceId,
            $"{instance}/{ArchiveName}",
            (AssetNaming.Clean(run.Instance.Definition.OriginalName) ?? "export") + ".zip",
            new FileInfo(path).Length,
            run.UtcNow.AddDays(options.Value.RetentionDays));
        run.End.Message = DownloadMessage.Create(links.Export(token), archive.ExpiresUtc);
        return last with { Files = [new FileMove(path, data.Exports.Resolve(archive.Path))], Archive = archive };
    }

    private async Task CancelAsync(JobRun run, List<long> ids, CancellationToken cancellationToken)
    {
        var found = (await assets.FindManyAsync(run.Company.CompanyId, ids, cancellationToken)).ToDictionary(a => a.AssetId);
        foreach (var id in ids)
            await run.CommitAsync(ExportRows.Cancelled(run, id, found.GetValueOrDefault(id)), cancellationToken);
        run.Checkpoint();
    }

    private async Task<ExportConversion?> ConversionAsync(JobRun run, ExportJob job, CancellationToken cancellationToken)
    {
        if (job.Fmt != ExportFormats.Convert)
            return null;
        var preset = string.IsNullOrWhiteSpace(job.Macro)
            ? null
            : (await presets.ListAsync(run.Company.CompanyId, cancellationToken)).GetValueOrDefault(job.Macro.Trim('$'), job.Macro);
        return new ExportConversion(converter, assets, new StoreFiles(data, run.Company), job.IsModifier, preset);
    }
}
