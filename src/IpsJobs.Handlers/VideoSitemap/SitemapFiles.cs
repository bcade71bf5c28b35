using System.Security.Cryptography;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Files;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;

namespace IpsJobs.Handlers.VideoSitemap;

/// <summary>Brings generated files into the company's root folder as assets.</summary>
public sealed class SitemapFiles(IAssetStore assets, DataFolder data)
{
    /// <summary>Adds the file or replaces the one of that name, with its row.</summary>
    public async Task CommitAsync(
        JobRun run, Company company, string fileName, Action<Stream> write, bool mark, CancellationToken cancellationToken)
    {
        var key = FormattableString.Invariant($"file/{company.CompanyId}/{fileName}");
        if (run.DoneItems.Contains(key))
            return;
        var staged = Path.Combine(run.StagingDirectory, FormattableString.Invariant($"{company.CompanyId}-{fileName}"));
        await using (var stream = File.Create(staged))
            write(stream);
        var name = AssetNaming.BaseName(fileName);
        var existing = await assets.FindByNameAsync(company.CompanyId, NameSpace.Static, name, cancellationToken);
        await run.CommitAsync(
            existing is not null && !IsOurs(existing, company, fileName)
                ? Refused(run, key, name)
                : Accepted(run, company, existing, staged, fileName, mark) with { Row = Row(existing is not null, key, company.RootPath + fileName, name) },
            cancellationToken);
    }

    private static bool IsOurs(StoredAsset asset, Company company, string fileName) => asset is { TrashState: TrashStates.NotInTrash }
        && asset.Content.Folder == company.RootPath && asset.Content.FileName == fileName && asset.Content.Type == AssetTypes.Xml;

    private ItemCommit Accepted(JobRun run, Company company, StoredAsset? existing, string staged, string fileName, bool mark)
    {
        var bytes = File.ReadAllBytes(staged);
        var content = new AssetContent
        {
            Type = AssetTypes.Xml,
            Folder = company.RootPath,
            FileName = fileName,
            FileSize = bytes.Length,
            Sha256 = SHA256.HashData(bytes),
        };
        var user = run.User.User.UserId;
        AssetChange change = existing is null
            ? new AddAsset(company.CompanyId, AssetNaming.BaseName(fileName), NameSpace.Static, mark, content, user)
            : new ReplaceAsset(existing.AssetId, mark ? true : null, content, user);
        return new ItemCommit(run.Instance.InstanceId, Row(isUpdate: false, key: "", path: "", name: ""))
        {
            Files = [new FileMove(staged, data.Originals(company.RootPath).Resolve(fileName))],
            Asset = change,
        };
    }

    private static ItemCommit Refused(JobRun run, string key, string name) => new(
        run.Instance.InstanceId,
        new LogRow(LogTypes.UploadError, new LocalizedMessage("Log.Sitemap.NameTaken", name))
        {
            ItemKey = key,
            AssetName = name,
            FileType = LogFileTypes.Xml,
        });

    private static LogRow Row(bool isUpdate, string key, string path, string name) =>
        new(isUpdate ? LogTypes.FileUpdated : LogTypes.UploadSuccess, new LocalizedMessage("Log.Upload.Processed", path))
        {
            ItemKey = key,
            AssetName = name,
            FileType = LogFileTypes.Xml,
        };
}
