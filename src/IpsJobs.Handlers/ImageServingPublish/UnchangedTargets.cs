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
/// other catalogs than those it lies beside. A target without one is looked at in full.
/// </remarks>
public sealed class UnchangedTargets(IPublishMarks marks, PublishContexts contexts)
{
    // Another form of the catalogs needs another number: the same assets then make other records.
    private const string Version = "2";

    /// <summary>True when every target of the job has the catalogs that a publish would write now.</summary>
    public async Task<bool> AreAllAsync(
        JobRun run, string? contextHandle, IReadOnlyDictionary<string, string> presets, CancellationToken cancellationToken)
    {
        if (await contexts.FindAsync(run.Company.CompanyId, PublishContextTypes.ImageServing, contextHandle, cancellationToken) is not { } context)
            return false;
        var selection = await FindSelectionAsync(context, cancellationToken);
        var servers = await contexts.ListActiveServersAsync(context, cancellationToken);
        foreach (var server in servers)
        {
            if (!TargetProbe.IsUsable(server.Directory, run.Instance.InstanceId)
                || await FindMarkAsync(selection, server, presets, cancellationToken) is not { } mark
                || !Lies(mark, new CatalogNames(server.Directory, run.Company.RootPath)))
            {
                return false;
            }
        }

        return servers.Count > 0;
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
        if (await FindSelectionAsync(context, cancellationToken) != selection
            || await FindMarkAsync(selection, target.Plan.Server, presets, cancellationToken) is not { } mark)
        {
            return;
        }

        try
        {
            await AtomicFile.ReplaceAsync(target.Names.Mark, stream => stream.WriteAsync(Encoding.UTF8.GetBytes(mark + SignatureOf(target.Names)), cancellationToken).AsTask());
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException)
        {
            // The catalogs are in force without it; the next publish looks at everything.
        }
    }

    private async Task<string?> FindMarkAsync(
        string selection, PublishServer server, IReadOnlyDictionary<string, string> presets, CancellationToken cancellationToken) =>
        await marks.FindRecordedAsync(server.ServerId, server.ContextId, cancellationToken) is { } recorded
            ? $"{Version} {server.ContextId} {server.ServerId} {selection} {recorded} {HashOf(presets)}"
            : null;

    private static void DeleteIfThere(string path)
    {
        if (File.Exists(path))
            File.Delete(path);
    }

    private static bool Lies(string mark, CatalogNames names) => File.Exists(names.Mark) && File.ReadAllText(names.Mark) == mark + SignatureOf(names);

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
