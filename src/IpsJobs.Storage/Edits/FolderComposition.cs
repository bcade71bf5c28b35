using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Storage.Sqlite;
using IpsJobs.Storage.Writing;
using Microsoft.Extensions.Logging;

namespace IpsJobs.Storage.Edits;

/// <summary>Brings the names of stored folders to NFC: requests are read that way, and would not find a folder that earlier versions
/// stored as it was spelled.</summary>
/// <remarks>For the start of the service only, before any job runs.</remarks>
public sealed class FolderComposition
{
    private const string ListFolders = """SELECT "CompanyId", "Path" FROM "Folders" ORDER BY "CompanyId", "Path" """;
    private const string DeleteFolder = """DELETE FROM "Folders" WHERE "CompanyId" = ?1 AND "Path" = ?2""";

    // Nobody who has asked for it.
    private const int NoUser = 0;
    private readonly ReadSessions reads;
    private readonly CommitWriter writer;
    private readonly IAssetEdits edits;
    private readonly IAccountDirectory accounts;
    private readonly ILogger<FolderComposition> logger;

    internal FolderComposition(
        ReadSessions reads, CommitWriter writer, IAssetEdits edits, IAccountDirectory accounts, ILogger<FolderComposition> logger)
    {
        this.reads = reads;
        this.writer = writer;
        this.edits = edits;
        this.accounts = accounts;
        this.logger = logger;
    }

    /// <summary>Moves what lies in such folders into those of the composed names. Doing it again does no harm.</summary>
    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        foreach (var (companyId, folder) in reads.Read(s => s.List(ListFolders, static r => (r.GetInt32(0), r.GetString(1)))))
        {
            if (AssetNaming.Compose(folder) is var composed && composed != folder
                && await accounts.FindCompanyAsync(companyId, cancellationToken) is { } company)
                await MoveAsync(company, folder, composed, cancellationToken);
        }
    }

    // Asset by asset, because the folder may exist in both spellings. What lies further below has its own turn.
    private async Task MoveAsync(Company company, string folder, string composed, CancellationToken cancellationToken)
    {
        var changes = reads.Read(s => ChangesIn(s, company.CompanyId, folder, composed));
        var failed = (await edits.ApplyAsync(company, changes, cancellationToken)).OfType<Exception>().ToList();
        if (failed.Count > 0)
        {
            logger.LogWarning(failed[0], "{Count} assets stay in {Folder}, because their places in {Composed} are taken", failed.Count, folder, composed);
            return;
        }

        await writer.RunAsync(
            s =>
            {
                AssetWrites.AddFolders(s, company.CompanyId, composed);
                s.Execute(DeleteFolder, company.CompanyId, folder);
            },
            cancellationToken);
        logger.LogInformation("Folder {Folder} is called {Composed}", folder, composed);
    }

    private static List<AssetChange> ChangesIn(SqlSession session, int companyId, string folder, string composed)
    {
        var fileless = FolderWrites.ListFileless(session, companyId, folder);
        return
        [
            .. FolderWrites.ListAssets(session, companyId, folder).Where(a => a.Value.Folder == folder)
                .Select(a => new RelocateAsset(a.Key, a.Value, a.Value with { Folder = composed }, NoUser) { HasFile = !fileless.Contains(a.Key) }),
        ];
    }
}
