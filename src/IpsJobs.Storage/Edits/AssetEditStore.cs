using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Files;
using IpsJobs.Core.Jobs;
using IpsJobs.Storage.Writing;

namespace IpsJobs.Storage.Edits;

/// <summary>Applies edits of assets: files get their new names first, then the rows change, then the old names go.</summary>
internal sealed class AssetEditStore(CommitWriter writer, RelocationJournal journal, RelocatedFiles files, DataFolder data) : IAssetEdits
{
    public async Task<IReadOnlyList<Exception?>> ApplyAsync(
        Company company, IReadOnlyList<AssetChange> changes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var relocations = changes.OfType<RelocateAsset>().Where(r => r.HasFile)
            .Select(r => FileRelocation.Of(data, company, r.AssetId, r.From, r.To)).Where(files.HasFile).ToList();
        var held = relocations.Where(files.IsHeld).Select(r => r.AssetId).ToHashSet();
        relocations.RemoveAll(r => held.Contains(r.AssetId));
        if (relocations.Count == 0)
            return await CommitAsync(changes, held);
        var page = journal.Write(relocations);
        var failures = await MoveAsync(changes, relocations, held);
        RelocationJournal.Remove(page);
        return failures;
    }

    public Task<long> AddAsync(AddAsset asset, CancellationToken cancellationToken) =>
        writer.RunAsync(s => Commit(s, asset), cancellationToken);

    // A failure in between leaves the page of the journal behind only if the file system refuses to take names back.
    private async Task<IReadOnlyList<Exception?>> MoveAsync(
        IReadOnlyList<AssetChange> changes, List<FileRelocation> relocations, HashSet<long> held)
    {
        try
        {
            files.Double(relocations);
        }
        catch
        {
            foreach (var relocation in relocations)
                files.Settle(relocation, isDone: false);
            throw;
        }

        var failures = await CommitAsync(changes, held);
        var failed = changes.Where((_, i) => failures[i] is not null).Select(AssetWrites.TargetOf).ToHashSet();
        foreach (var relocation in relocations)
            files.Settle(relocation, isDone: !failed.Contains(relocation.AssetId));
        return failures;
    }

    // Side by side, so that the writer commits them together and each can fail alone.
    private async Task<IReadOnlyList<Exception?>> CommitAsync(IReadOnlyList<AssetChange> changes, HashSet<long> held) =>
        await Task.WhenAll(changes.Select(change => change is RelocateAsset relocate && held.Contains(relocate.AssetId)
            ? Task.FromResult<Exception?>(new NameTakenException("File", relocate.To.Name))
            : TryCommitAsync(change)));

    private async Task<Exception?> TryCommitAsync(AssetChange change)
    {
        try
        {
            await writer.RunAsync(s => Commit(s, change), CancellationToken.None);
            return null;
        }
        catch (Exception refused) when (refused is NameTakenException or StateConflictException or StoreUnavailableException)
        {
            return refused;
        }
    }

    internal static long Commit(WriteSession session, AssetChange change)
    {
        AssetWrites.Check(session, change);
        return AssetWrites.Apply(session, change, new HashSet<(int CompanyId, string Folder)>());
    }
}
