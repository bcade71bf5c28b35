using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Files;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Commits a placed file: files, asset and row together.</summary>
public sealed class AssetCommits(DataFolder data)
{
    /// <returns>The row that was written.</returns>
    internal async Task<LogRow> CommitAsync(JobRun run, PlacedFile file, CancellationToken cancellationToken)
    {
        var item = file.Place.Decision switch
        {
            OverwriteDecision.SkipDuplicate duplicate => Skip(run, file, duplicate),
            OverwriteDecision.Replace replace => Replace(run, file, replace),
            OverwriteDecision.Add add => Add(run, file, add.Name, add.FileName, remarks: []),
            OverwriteDecision.AddNumbered add => Add(
                run, file, add.Name, add.FileName, [run.Warning("Log.Upload.Renamed", file.Request.File.FileName, add.FileName)]),
            var other => throw new InvalidOperationException($"Decision {other} is not known here."),
        };
        await run.CommitAsync(item with { Extra = file.Item.Extra, Taken = file.Item.Taken }, cancellationToken);
        return item.Row;
    }

    private static ItemCommit Skip(JobRun run, PlacedFile file, OverwriteDecision.SkipDuplicate duplicate)
    {
        var path = file.Request.File.Folder + file.Request.File.FileName;
        var row = Describe(UploadRows.Duplicate(file.Item.ItemKey, path), file, file.Request.Name) with { AssetId = duplicate.AssetId };
        return new ItemCommit(run.Instance.InstanceId, row);
    }

    private ItemCommit Add(JobRun run, PlacedFile file, string name, string fileName, IReadOnlyList<AuxEntry> remarks)
    {
        var settings = file.Item.Settings;
        var content = Content(file, fileName);
        var mark = PublishStateRule.Decide(
            marked: null, settings.ReadyForPublish, settings.PreservePublishState, run.Company.RetainPublishState);
        var row = Describe(UploadRows.Processed(LogTypes.UploadSuccess, file.Item.ItemKey, content.Folder + fileName), file, name);
        return Commit(run, file, content, row, remarks) with
        {
            Asset = new AddAsset(run.Company.CompanyId, name, file.Request.NameSpace, mark, content, run.User.User.UserId),
        };
    }

    private ItemCommit Replace(JobRun run, PlacedFile file, OverwriteDecision.Replace replace)
    {
        var settings = file.Item.Settings;
        var existing = file.Place.Existing ?? throw new InvalidOperationException("A replacement needs the asset it replaces.");
        var content = Content(file, file.Request.File.FileName);
        var mark = PublishStateRule.Decide(
            existing.ReadyForPublish, settings.ReadyForPublish, settings.PreservePublishState, run.Company.RetainPublishState);
        var row = Describe(
            UploadRows.Processed(LogTypes.FileUpdated, file.Item.ItemKey, content.Folder + content.FileName), file, existing.Name);
        return Commit(run, file, content, row with { AssetId = replace.AssetId }, remarks: []) with
        {
            Asset = new ReplaceAsset(replace.AssetId, mark, content, run.User.User.UserId),
            Obsolete = OldOriginal(run, existing, content),
        };
    }

    private ItemCommit Commit(JobRun run, PlacedFile file, AssetContent content, LogRow row, IReadOnlyList<AuxEntry> remarks)
    {
        var moves = new List<FileMove> { new(file.Item.StagedPath, OriginalPath(run, content.Folder, content.FileName)) };
        if (file.Picture is { StagedPath: { } staged, Optimized: { } optimized })
            moves.Add(new FileMove(staged, data.Optimized(run.Company.RootPath).Resolve(optimized.Path)));
        var warnings = new List<AuxEntry>([.. remarks, .. file.Picture.Warnings, .. IgnoredRequests.Of(run, file)]);
        return new ItemCommit(run.Instance.InstanceId, row with { Aux = warnings }) { Files = moves };
    }

    private static LogRow Describe(LogRow row, PlacedFile file, string name) =>
        row with { AssetName = name, FileType = file.Picture.Type.LogFileType };

    private static AssetContent Content(PlacedFile file, string fileName) => new()
    {
        Type = file.Picture.Type.AssetType,
        Folder = file.Request.File.Folder,
        FileName = fileName,
        FileSize = file.Item.Size,
        Sha256 = file.Item.Sha256,
        Optimized = file.Picture.Optimized,
        Keywords = file.Item.Settings.Keywords,
    };

    // A replaced asset whose folder or extension changed would leave its old original behind, held by nobody.
    private IReadOnlyList<string> OldOriginal(JobRun run, StoredAsset existing, AssetContent content)
    {
        var oldPath = OriginalPath(run, existing.Content.Folder, existing.Content.FileName);
        return oldPath == OriginalPath(run, content.Folder, content.FileName) ? [] : [oldPath];
    }

    private string OriginalPath(JobRun run, string folder, string fileName) =>
        data.Originals(run.Company.RootPath).Resolve(folder[run.Company.RootPath.Length..] + fileName);
}
