using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Files;
using IpsJobs.Storage.Sqlite;
using IpsJobs.Storage.Writing;

namespace IpsJobs.Storage.Edits;

/// <summary>Applies edits of folders: files get their new names first, then all rows change in one commit, then the old names go.</summary>
internal sealed class FolderEditStore(
    CommitWriter writer, ReadSessions reads, RelocationJournal journal, RelocatedFiles files, DataFolder data) : IFolderEdits
{
    public Task<bool> ExistsAsync(Company company, string folder, CancellationToken cancellationToken) =>
        Task.FromResult(folder == company.RootPath || reads.Read(s => FolderWrites.Exists(s, company.CompanyId, folder)));

    public Task CreateAsync(Company company, string folder, CancellationToken cancellationToken) =>
        writer.RunAsync(s => AssetWrites.AddFolders(s, company.CompanyId, folder), cancellationToken);

    public Task<IReadOnlyDictionary<long, AssetPlace>> ListAssetsAsync(Company company, string folder, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<long, AssetPlace>>(reads.Read(s => FolderWrites.ListAssets(s, company.CompanyId, folder)));

    public async Task<bool> TryMoveAsync(
        Company company, string from, string to, IReadOnlyDictionary<long, AssetPlace> assets, int userId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var relocations = assets.Select(a => RelocationOf(company, a.Key, a.Value, from, to)).Where(files.HasFile).ToList();
        if (relocations.Find(files.IsHeld) is { } held)
            throw new NameTakenException("File", held.To.Folder + held.To.FileName);
        var page = journal.Write(relocations);
        var isDone = false;
        try
        {
            files.Double(relocations);
            isDone = await writer.RunAsync(
                s => FolderWrites.TryMove(s, company.CompanyId, from, to, assets, userId), CancellationToken.None);
        }
        finally
        {
            foreach (var relocation in relocations)
                files.Settle(relocation, isDone);
            RelocationJournal.Remove(page);
        }

        return isDone;
    }

    public Task<bool> TryDeleteAsync(
        Company company, string folder, IReadOnlyDictionary<long, AssetPlace> assets, int userId, CancellationToken cancellationToken) =>
        writer.RunAsync(s => FolderWrites.TryDelete(s, company.CompanyId, folder, assets, userId), cancellationToken);

    private FileRelocation RelocationOf(Company company, long assetId, AssetPlace place, string from, string to) =>
        FileRelocation.Of(data, company, assetId, place, place with { Folder = to + place.Folder[from.Length..] });
}
