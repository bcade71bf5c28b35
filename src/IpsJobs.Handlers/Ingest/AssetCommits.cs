using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Files;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Commits a placed file: files, asset and row together.</summary>
public sealed class AssetCommits(DataFolder data, ProjectLinks projects)
{
    /// <returns>How the file ended.</returns>
    internal async Task<IngestResult> CommitAsync(JobRun run, PlacedFile file, CancellationToken cancellationToken)
    {
        var links = await projects.FindAsync(run, file.Item.Settings.Projects, cancellationToken);
        var item = file.Place.Decision switch
        {
            OverwriteDecision.SkipDuplicate duplicate => Skip(run, file, duplicate),
            OverwriteDecision.Replace replace => Replace(run, file, replace, links),
            OverwriteDecision.Add add => Add(run, file, add.Name, add.FileName, links),
            OverwriteDecision.AddNumbered add => Add(run, file, add.Name, add.FileName, links with
            {
                Warnings = [run.Warning("Log.Upload.Renamed", file.Request.File.FileName, add.FileName), .. links.Warnings],
            }),
            var other => throw new InvalidOperationException($"Decision {other} is not known here."),
        };
        var assetId = await run.CommitAsync(item with { Extra = file.Item.Extra, Taken = file.Item.Taken }, cancellationToken);
        return new IngestResult(item.Row.LogType, AssetId: item.Asset is null ? null : assetId, Content: ContentOf(item.Asset));
    }

    private static AssetContent? ContentOf(AssetChange? change) => change switch
    {
        AddAsset add => add.Content,
        ReplaceAsset replace => replace.Content,
        _ => null,
    };

    private static ItemCommit Skip(JobRun run, PlacedFile file, OverwriteDecision.SkipDuplicate duplicate)
    {
        var path = file.Request.File.Folder + file.Request.File.FileName;
        var row = Describe(UploadRows.Duplicate(file.Item.ItemKey, path), file, file.Request.Name) with { AssetId = duplicate.AssetId };
        return new ItemCommit(run.Instance.InstanceId, row);
    }

    private ItemCommit Add(JobRun run, PlacedFile file, string name, string fileName, FoundProjects links)
    {
        var settings = file.Item.Settings;
        var content = Content(file, fileName, links);
        var mark = PublishStateRule.Decide(
            marked: null, settings.ReadyForPublish, settings.PreservePublishState, run.Company.RetainPublishState);
        var row = Describe(UploadRows.Processed(LogTypes.UploadSuccess, file.Item.ItemKey, content.Folder + fileName), file, name);
        return Commit(run, file, content, row, links) with
        {
            Asset = new AddAsset(run.Company.CompanyId, name, file.Request.NameSpace, mark, content, run.User.User.UserId),
        };
    }

    private ItemCommit Replace(JobRun run, PlacedFile file, OverwriteDecision.Replace replace, FoundProjects links)
    {
        var settings = file.Item.Settings;
        var existing = file.Place.Existing ?? throw new InvalidOperationException("A replacement needs the asset it replaces.");
        var content = Content(file, file.Request.File.FileName, links);
        var mark = PublishStateRule.Decide(
            existing.ReadyForPublish, settings.ReadyForPublish, settings.PreservePublishState, run.Company.RetainPublishState);
        var row = Describe(
            UploadRows.Processed(LogTypes.FileUpdated, file.Item.ItemKey, content.Folder + content.FileName), file, existing.Name);
        return Commit(run, file, content, row with { AssetId = replace.AssetId }, links) with
        {
            Asset = new ReplaceAsset(replace.AssetId, mark, content, run.User.User.UserId),
            Obsolete = OldOriginal(run, existing, content),
        };
    }

    private ItemCommit Commit(JobRun run, PlacedFile file, AssetContent content, LogRow row, FoundProjects links)
    {
        var moves = new List<FileMove>(PictureMoves.Of(data, run.Company.RootPath, file.Picture));
        if (file.Item.StagedPath.Length > 0)
            moves.Insert(0, new FileMove(file.Item.StagedPath, OriginalPath(run, content.Folder, content.FileName)));
        var warnings = new List<AuxEntry>(
            [.. file.Item.Part?.Byproduct.Warnings ?? [], .. file.Picture.Warnings, .. IgnoredRequests.Of(run, file), .. links.Warnings]);
        return new ItemCommit(run.Instance.InstanceId, row with { Aux = warnings }) { Files = moves };
    }

    private static LogRow Describe(LogRow row, PlacedFile file, string name) =>
        row with { AssetName = name, FileType = file.Picture.Type.LogFileType };

    private static AssetContent Content(PlacedFile file, string fileName, FoundProjects links)
    {
        var part = file.Item.Part;
        return new AssetContent
        {
            Type = file.Picture.Type.AssetType,
            SubType = part?.Byproduct.SubType ?? "",
            Folder = file.Request.File.Folder,
            FileName = fileName,
            FileSize = file.Item.Size,
            Sha256 = file.Item.Sha256,
            Optimized = file.Picture.Optimized,
            Keywords = Keywords(file.Picture.Metadata.Keywords, file.Item.Settings.Keywords),
            Metadata = file.Picture.Metadata.Fields,
            ProjectIds = links.Ids,
            Details = Details(file, part?.Byproduct.Details ?? AssetDetails.None),
            Words = part is null ? FileMetadata.WordsOf(file.Picture) : part.Byproduct.Words,
            Members = part?.Byproduct.Members,
            Generation = part?.Generation,
        };
    }

    private static AssetDetails Details(PlacedFile file, AssetDetails known) => known with
    {
        Mask = file.Picture.Mask,
        Crop = file.Picture.Crop,
        Options = StoredOptions.Write(file.Item.Settings.Options),
        Facts = file.Picture.Facts.Count == 0 ? known.Facts : new Dictionary<string, string>([.. known.Facts, .. file.Picture.Facts]),
    };

    // Most files have none, and many thousand of them come in one job.
    private static IReadOnlyList<string> Keywords(IReadOnlyList<string> ofFile, IReadOnlyList<string> ofJob) =>
        ofFile.Count + ofJob.Count == 0 ? [] : [.. ofFile.Union(ofJob)];

    // A replaced asset whose folder or extension changed would leave its old original behind, held by nobody.
    private IReadOnlyList<string> OldOriginal(JobRun run, StoredAsset existing, AssetContent content)
    {
        if (!existing.Content.HasFile)
            return [];
        var oldPath = OriginalPath(run, existing.Content.Folder, existing.Content.FileName);
        return oldPath == OriginalPath(run, content.Folder, content.FileName) ? [] : [oldPath];
    }

    private string OriginalPath(JobRun run, string folder, string fileName) =>
        data.Original(run.Company.RootPath, folder, fileName);
}
