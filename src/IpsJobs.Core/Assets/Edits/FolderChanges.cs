using IpsJobs.Core.Accounts;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Core.Assets;

/// <summary>Makes, renames, moves and deletes folders, also while uploads go on in them.</summary>
/// <remarks>A file that arrives in a folder after it was renamed or deleted finds its folder made again.</remarks>
public sealed class FolderChanges(CompanyAccess companies, CompanyEdits edits, IFolderEdits folders)
{
    private const string HandlePath = "folderHandle";

    // Each time round, an upload has brought another asset in while its name was not held yet.
    private const int Attempts = 20;

    /// <summary>Makes a folder; one that exists is answered as it is, because an upload may make it at any time.</summary>
    /// <returns>Its path.</returns>
    /// <exception cref="RuleViolationException">30002 without a path, 30001 for one that leads out of the company.</exception>
    public async Task<string> CreateAsync(RequestContext request, string? companyHandle, string? path, CancellationToken cancellationToken)
    {
        var company = await companies.RequireCompanyAsync(request, companyHandle, cancellationToken);
        if (string.IsNullOrWhiteSpace(path))
            throw Violations.Missing("folderPath");
        var folder = FolderPaths.Find(company.RootPath, path) ?? throw Violations.InvalidPath(path, "folderPath");
        using var edit = await edits.BeginAsync(company.CompanyId, cancellationToken);
        await folders.CreateAsync(company, folder, cancellationToken);
        return folder;
    }

    /// <summary>Gives a folder another name beside its old one.</summary>
    /// <returns>Its new path.</returns>
    /// <exception cref="RuleViolationException">30002 and 30001 for what is no folder or no name; 30000 for a name in use.</exception>
    public async Task<string> RenameAsync(
        RequestContext request, string? companyHandle, string? handle, string? name, CancellationToken cancellationToken)
    {
        var company = await companies.RequireCompanyAsync(request, companyHandle, cancellationToken);
        if (string.IsNullOrWhiteSpace(name))
            throw Violations.Missing("folderName");
        var newName = AssetNaming.Compose(name.Trim());
        if (newName is "." or ".." || newName.Any(c => c is '/' or '\\' or '|' || char.IsControl(c)) || !CompanyPath.IsStorable(newName))
            throw Violations.InvalidValue(name, "folderName");
        var folder = FolderPaths.Require(company, handle, HandlePath);
        using var edit = await edits.BeginAsync(company.CompanyId, cancellationToken);
        await RequireAsync(company, folder, handle!, HandlePath, cancellationToken);
        await MoveAsync(edit, company, folder, FolderPaths.ParentOf(folder) + newName + "/", request, cancellationToken);
        return FolderPaths.ParentOf(folder) + newName + "/";
    }

    /// <summary>Moves a folder into another one.</summary>
    /// <returns>Its new path.</returns>
    /// <exception cref="RuleViolationException">30002 and 30001 for what is no folder, or lies in the folder itself; 30000 for a name in use.</exception>
    public async Task<string> MoveAsync(
        RequestContext request, string? companyHandle, string? handle, string? destHandle, CancellationToken cancellationToken)
    {
        var company = await companies.RequireCompanyAsync(request, companyHandle, cancellationToken);
        var folder = FolderPaths.Require(company, handle, HandlePath);
        var dest = FolderPaths.Require(company, destHandle, "destFolderHandle");
        using var edit = await edits.BeginAsync(company.CompanyId, cancellationToken);
        await RequireAsync(company, folder, handle!, HandlePath, cancellationToken);
        if (dest.StartsWith(folder, StringComparison.Ordinal) || !await folders.ExistsAsync(company, dest, cancellationToken))
            throw Violations.InvalidHandle(destHandle!, "destFolderHandle");
        var to = dest + folder[FolderPaths.ParentOf(folder).Length..];
        await MoveAsync(edit, company, folder, to, request, cancellationToken);
        return to;
    }

    /// <summary>Removes a folder with its subfolders; the assets in them go into the trash.</summary>
    /// <exception cref="RuleViolationException">30002 and 30001 for what is no folder below the company's root.</exception>
    public async Task DeleteAsync(RequestContext request, string? companyHandle, string? handle, CancellationToken cancellationToken)
    {
        var company = await companies.RequireCompanyAsync(request, companyHandle, cancellationToken);
        var folder = FolderPaths.Require(company, handle, HandlePath);
        using var edit = await edits.BeginAsync(company.CompanyId, cancellationToken);
        await RequireAsync(company, folder, handle!, HandlePath, cancellationToken);
        await ChangeAsync(
            edit, company, folder, assets => folders.TryDeleteAsync(company, folder, assets, request.Caller.User.UserId, cancellationToken), cancellationToken);
    }

    private async Task MoveAsync(
        CompanyEdit edit, Company company, string folder, string to, RequestContext request, CancellationToken cancellationToken)
    {
        if (to == folder)
            return;
        if (await folders.ExistsAsync(company, to, cancellationToken))
            throw Violations.NameTaken(to);
        RequireStorable(to);
        try
        {
            await ChangeAsync(edit, company, folder, TryMoveAsync, cancellationToken);
        }
        catch (NameTakenException taken)
        {
            throw Violations.NameTaken(taken.Name);
        }

        Task<bool> TryMoveAsync(IReadOnlyDictionary<long, AssetPlace> assets)
        {
            foreach (var place in assets.Values)
                RequireStorable(to + place.Folder[folder.Length..]);
            return folders.TryMoveAsync(company, folder, to, assets, request.Caller.User.UserId, cancellationToken);
        }
    }

    private static void RequireStorable(string folder)
    {
        if (!CompanyPath.IsStorable(folder))
            throw Violations.InvalidPath(folder, HandlePath);
    }

    // All names in the folder are held before anything is touched, so that no upload of one of them is half done.
    private async Task ChangeAsync(
        CompanyEdit edit, Company company, string folder, Func<IReadOnlyDictionary<long, AssetPlace>, Task<bool>> tryChange, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            foreach (var place in (await folders.ListAssetsAsync(company, folder, cancellationToken)).Values)
                await edit.HoldAsync(place.Name, cancellationToken);
            var assets = await folders.ListAssetsAsync(company, folder, cancellationToken);
            if (assets.Values.All(place => edit.Holds(place.Name)) && await tryChange(assets))
                return;
        }

        throw Violations.FolderBusy(folder);
    }

    private async Task RequireAsync(Company company, string folder, string handle, string path, CancellationToken cancellationToken)
    {
        if (folder == company.RootPath || !await folders.ExistsAsync(company, folder, cancellationToken))
            throw Violations.InvalidHandle(handle, path);
    }
}
