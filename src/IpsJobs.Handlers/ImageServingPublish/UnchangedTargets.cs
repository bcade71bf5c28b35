using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Publishing;
using IpsJobs.Handlers.Publishing.Catalogs;

namespace IpsJobs.Handlers.ImageServingPublish;

/// <summary>Recognises targets for which nothing has changed since their catalogs were written, without looking at every asset.</summary>
/// <remarks>
/// The mark lies beside the catalogs. It goes before they are touched and comes when they are all in force, so that it never speaks of
/// other catalogs than those it lies beside. A target without one is looked at in full. It has two lines: the state of the published assets
/// added up, and a stamp that tells without adding up that nothing at all has changed.
/// </remarks>
public sealed class UnchangedTargets(IPublishMarks marks, PublishContexts contexts)
{
    // Another form of the catalogs needs another number: the same assets then make other records.
    private const string Version = "1";

    /// <summary>True when every target of the job has the catalogs that a publish would write now.</summary>
    public async Task<bool> AreAllAsync(
        JobRun run, string? contextHandle, IReadOnlyDictionary<string, string> presets, CancellationToken cancellationToken)
    {
        if (await contexts.FindAsync(run.Company.CompanyId, PublishContextTypes.ImageServing, contextHandle, cancellationToken) is not { } context)
            return false;
        var servers = await contexts.ListActiveServersAsync(context, cancellationToken);
        var left = new List<PublishServer>();
        foreach (var server in servers)
        {
            if (!TargetProbe.IsUsable(server.Directory, run.Instance.InstanceId))
                return false;
            if (await FindStampAsync(context, server, presets, cancellationToken) is not { } stamp || !Lies(stamp, NamesOn(run, server)))
                left.Add(server);
        }

        return servers.Count > 0 && (left.Count == 0 || await AreAsync(run, context, left, presets, cancellationToken));
    }

    /// <summary>Stands for the assets of a context as they are now.</summary>
    public Task<string> FindSelectionAsync(PublishContext context, CancellationToken cancellationToken) =>
        marks.FindSelectionAsync(context.CompanyId, context.ContextId, context.PublishAll, cancellationToken);

    /// <summary>Takes the mark away: from here on the catalogs are changing.</summary>
    public static void Remove(CatalogNames names) => DeleteIfThere(names.Mark);

    /// <summary>Puts the mark beside the catalogs that are in force now, unless an asset has changed since they were begun.</summary>
    /// <param name="context">The context of the publish.</param>
    /// <param name="selection">What stood for its assets before they were selected.</param>
    /// <param name="target">The target.</param>
    /// <param name="presets">Image presets in the catalogs.</param>
    /// <param name="cancellationToken">Cancels before the mark is there.</param>
    public async Task PutAsync(
        PublishContext context, string selection, ServingTarget target, IReadOnlyDictionary<string, string> presets, CancellationToken cancellationToken)
    {
        // The stamp first: whatever changes while the assets are added up gets another one.
        var stamp = await FindStampAsync(context, target.Plan.Server, presets, cancellationToken);
        if (await FindSelectionAsync(context, cancellationToken) != selection
            || await FindStateAsync(selection, target.Plan.Server, presets, cancellationToken) is not { } state)
        {
            return;
        }

        try
        {
            var signature = SignatureOf(target.Names);
            var text = $"{state}{signature}\n" + (stamp is null ? "" : $"{stamp}{signature}\n");
            await AtomicFile.ReplaceAsync(target.Names.Mark, stream => stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken).AsTask());
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException)
        {
            // The catalogs are in force without it; the next publish looks at everything.
        }
    }

    // Something has changed in the company or on the target, but maybe nothing that counts.
    private async Task<bool> AreAsync(
        JobRun run, PublishContext context, List<PublishServer> servers, IReadOnlyDictionary<string, string> presets, CancellationToken cancellationToken)
    {
        var selection = await FindSelectionAsync(context, cancellationToken);
        foreach (var server in servers)
            if (await FindStateAsync(selection, server, presets, cancellationToken) is not { } state || !Lies(state, NamesOn(run, server)))
                return false;
        return true;
    }

    private async Task<string?> FindStampAsync(
        PublishContext context, PublishServer server, IReadOnlyDictionary<string, string> presets, CancellationToken cancellationToken) =>
        await marks.FindStampAsync(context.CompanyId, server.ServerId, cancellationToken) is { } stamp
            ? $"{Version} {context.ContextId} {server.ServerId} stamp {context.PublishAll} {stamp} {HashOf(presets)}"
            : null;

    private async Task<string?> FindStateAsync(
        string selection, PublishServer server, IReadOnlyDictionary<string, string> presets, CancellationToken cancellationToken) =>
        await marks.FindRecordedAsync(server.ServerId, server.ContextId, cancellationToken) is { } recorded
            ? $"{Version} {server.ContextId} {server.ServerId} {selection} {recorded} {HashOf(presets)}"
            : null;

    private static void DeleteIfThere(string path)
    {
        if (File.Exists(path))
            File.Delete(path);
    }

    private static CatalogNames NamesOn(JobRun run, PublishServer server) => new(server.Directory, run.Company.RootPath);

    private static bool Lies(string line, CatalogNames names) =>
        File.Exists(names.Mark) && File.ReadLines(names.Mark).Contains(line + SignatureOf(names), StringComparer.Ordinal);

    // Somebody else may have changed a catalog on the target.
    private static string SignatureOf(CatalogNames names)
    {
        IEnumerable<string> files =
            [names.Attributes, names.Rules, names.Incremental, names.FileOf(CatalogKind.Macros), .. ServingCatalogs.OfAssets.Select(names.FileOf)];
        return string.Concat(files.Select(f => new FileInfo(f)).Select(f => f.Exists
            ? string.Create(CultureInfo.InvariantCulture, $" {f.Length}:{f.LastWriteTimeUtc.Ticks}")
            : " -"));
    }

    private static string HashOf(IReadOnlyDictionary<string, string> presets) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', presets.Select(p => $"{p.Key}\u001e{p.Value}")))));
}
