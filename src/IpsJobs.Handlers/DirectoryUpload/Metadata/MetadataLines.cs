using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Files;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Handlers.Ingest;

namespace IpsJobs.Handlers.DirectoryUpload;

/// <summary>Applies single lines of metadata files: all of a line or nothing of it.</summary>
public sealed class MetadataLines(IAssetStore assets, AssetLookup lookup, NameHolds holds, DataFolder data)
{
    /// <summary>A line is in the total with its own row.</summary>
    internal static readonly JobCounters Counted = new() { TotalFile = 1 };

    /// <summary>The row of what was not applied.</summary>
    internal static LogRow Failure(string key, string name, LocalizedMessage reason) =>
        new(LogTypes.MetadataFailure, reason) { ItemKey = key, AssetName = name, FileType = LogFileTypes.NoType };

    /// <summary>Gives the line its row, and with it its effect.</summary>
    /// <param name="run">The job.</param>
    /// <param name="line">As read.</param>
    /// <param name="key">Of the row.</param>
    /// <param name="taken">The file, with its last line; null otherwise.</param>
    /// <param name="cancellationToken">Leaves the line to the next run.</param>
    internal async Task ApplyAsync(JobRun run, MetadataLine line, string key, LedgerEntry? taken, CancellationToken cancellationToken)
    {
        LocalizedMessage? refusal;
        try
        {
            refusal = await TryApplyAsync(run, line, key, taken, cancellationToken);
        }
        catch (NameTakenException)
        {
            refusal = new LocalizedMessage("Log.MetadataFile.NameTaken", line.Name, line.NewName ?? "");
        }
        catch (StateConflictException)
        {
            refusal = Unknown(line);
        }
        if (refusal is null)
            return;
        var item = new ItemCommit(run.Instance.InstanceId, Failure(key, line.Name, refusal)) { Extra = Counted, Taken = taken };
        await run.CommitAsync(item, cancellationToken);
    }

    /// <returns>Why nothing was done; null when the line is applied.</returns>
    private async Task<LocalizedMessage?> TryApplyAsync(
        JobRun run, MetadataLine line, string key, LedgerEntry? taken, CancellationToken cancellationToken)
    {
        if (line.Name.Length == 0)
            return new LocalizedMessage("Log.MetadataFile.NoName", line.Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (line.Problem is { } problem)
            return new LocalizedMessage(problem, line.Name);
        var fields = MetadataFields.Translate(line, out var keywords, out var refusal);
        if (refusal is not null)
            return refusal;
        if (await FindAsync(run, line.Name, cancellationToken) is not { } asset)
            return Unknown(line);
        var edit = new EditAsset(asset.AssetId, run.User.User.UserId) { Metadata = fields, Keywords = keywords };
        var item = new ItemCommit(run.Instance.InstanceId, RowOf(line, key, asset)) { Extra = Counted, Taken = taken, Asset = edit };
        if (line.NewName is not null && line.NewName != asset.Name)
            return await RenameAsync(run, line, asset, item, edit, cancellationToken);
        await run.CommitAsync(item, cancellationToken);
        return null;
    }

    private async Task<LocalizedMessage?> RenameAsync(
        JobRun run, MetadataLine line, StoredAsset asset, ItemCommit item, EditAsset edit, CancellationToken cancellationToken)
    {
        var oldFile = asset.Content.FileName;
        var newFile = oldFile.Length == 0 ? "" : line.NewName + asset.Extension;
        if (AssetNaming.Clean(newFile.Length == 0 ? line.NewName! : newFile) != (newFile.Length == 0 ? line.NewName : newFile))
            return new LocalizedMessage("Log.MetadataFile.BadName", line.Name, line.NewName!);
        using var old = await holds.TakeAsync(run.Company.CompanyId, asset.NameSpace, asset.Name, cancellationToken);
        using var held = await holds.TakeAsync(run.Company.CompanyId, asset.NameSpace, line.NewName!, cancellationToken);
        var place = AssetPlace.Of(asset) with { Name = line.NewName!, FileName = newFile };
        if (old is null || held is null || await lookup.IsTakenAsync(asset, place, cancellationToken))
            return new LocalizedMessage("Log.MetadataFile.NameTaken", line.Name, line.NewName!);
        var move = MoveOf(run, asset, newFile);
        await run.CommitAsync(
            item with
            {
                Asset = edit with { Name = line.NewName, FileName = newFile },
                Files = move is null ? [] : [move],
                Obsolete = move is null ? [] : [PathOf(run, asset.Content.Folder, oldFile)],
            },
            cancellationToken);
        return null;
    }

    // The original goes with the name: a later file of the old name must not meet it.
    private FileMove? MoveOf(JobRun run, StoredAsset asset, string newFile)
    {
        var original = PathOf(run, asset.Content.Folder, asset.Content.FileName);
        if (!asset.Content.HasFile || !File.Exists(original))
            return null;
        var staged = Path.Combine(run.StagingDirectory, Guid.NewGuid().ToString("N"));
        if (!HardLink.TryCreate(original, staged))
            File.Copy(original, staged);
        return new FileMove(staged, PathOf(run, asset.Content.Folder, newFile));
    }

    // A PDF and the catalog made from it share a name: what is shown to people is meant.
    private async Task<StoredAsset?> FindAsync(JobRun run, string name, CancellationToken cancellationToken)
    {
        foreach (var nameSpace in new[] { NameSpace.Catalog, NameSpace.Static })
        {
            var asset = await assets.FindByNameAsync(run.Company.CompanyId, nameSpace, name, cancellationToken);
            if (asset is { TrashState: TrashStates.NotInTrash })
                return asset;
        }
        return null;
    }

    private static LogRow RowOf(MetadataLine line, string key, StoredAsset asset)
    {
        var message = line.NewName is { } name && name != asset.Name
            ? new LocalizedMessage("Log.MetadataFile.Renamed", asset.Name, name)
            : new LocalizedMessage("Log.MetadataFile.Applied", asset.Name);
        return new LogRow(LogTypes.MetadataSuccess, message)
        {
            ItemKey = key, AssetName = line.NewName ?? asset.Name, AssetId = asset.AssetId, FileType = LogFileTypes.NoType,
        };
    }

    private static LocalizedMessage Unknown(MetadataLine line) => new("Log.MetadataFile.UnknownAsset", line.Name);

    private string PathOf(JobRun run, string folder, string fileName) =>
        data.Original(run.Company.RootPath, folder, fileName);
}
