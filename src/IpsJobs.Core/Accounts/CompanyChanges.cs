using System.Globalization;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Handles;

namespace IpsJobs.Core.Accounts;

/// <summary>Adds companies and changes their settings. Changes count from the next request on, and for jobs that begin after them.</summary>
public sealed class CompanyChanges(CompanyAccess companies, AssetLookup assets, IAccountAdministration administration)
{
    private const int MaxName = 100;

    /// <exception cref="RuleViolationException">30000 for a name or outside id in use, 30001 for a name that cannot be one.</exception>
    public async Task<Company> AddAsync(RequestContext request, NewCompany wanted, CancellationToken cancellationToken)
    {
        var name = wanted.Name.Trim();
        if (name.Length is 0 or > MaxName || name.Any(c => char.IsControl(c) || c == '|'))
            throw Violations.InvalidValue(wanted.Name, "companyName");
        try
        {
            return await administration.AddCompanyAsync(wanted with { Name = name, Founder = Founder(request) }, cancellationToken);
        }
        catch (NameTakenException taken)
        {
            throw Violations.NameTaken(taken.Name);
        }
    }

    /// <exception cref="RuleViolationException">30001 for what is no mode, no number of kilobytes or no asset of the right type in the
    /// company; 20000, 20003 and 20006 for the company.</exception>
    public async Task ChangeSettingsAsync(
        RequestContext request, string? companyHandle, CompanySettingsChange change, CancellationToken cancellationToken)
    {
        CheckForm(change);
        var company = await companies.RequireCompanyAsync(request, companyHandle, cancellationToken);
        var source = await ResolveAsync(company, change.DefaultSourceProfileHandle, AssetTypes.IccProfile, "defaultSourceProfileHandle", cancellationToken);
        var display = await ResolveAsync(company, change.DefaultDisplayProfileHandle, AssetTypes.IccProfile, "defaultDisplayProfileHandle", cancellationToken);
        var exif = await ResolveAsync(company, change.IptcExifMappingXsltHandle, AssetTypes.Xsl, "iptcExifMappingXsltHandle", cancellationToken);
        var xmp = await ResolveAsync(company, change.XmpMappingXsltHandle, AssetTypes.Xsl, "xmpMappingXsltHandle", cancellationToken);
        await administration.ChangeCompanyAsync(
            company.CompanyId,
            now => now with
            {
                OverwriteMode = change.OverwriteMode ?? now.OverwriteMode,
                RetainPublishState = change.RetainPublishState ?? now.RetainPublishState,
                DefaultSourceProfileId = change.DefaultSourceProfileHandle is null ? now.DefaultSourceProfileId : source,
                DefaultDisplayProfileId = change.DefaultDisplayProfileHandle is null ? now.DefaultDisplayProfileId : display,
                IptcExifMappingXsltId = change.IptcExifMappingXsltHandle is null ? now.IptcExifMappingXsltId : exif,
                XmpMappingXsltId = change.XmpMappingXsltHandle is null ? now.XmpMappingXsltId : xmp,
                DiskSpaceWarningMin = change.DiskSpaceWarningMin ?? now.DiskSpaceWarningMin,
                EmailTrashCleanupWarning = change.EmailTrashCleanupWarning ?? now.EmailTrashCleanupWarning,
            },
            cancellationToken);
    }

    private static void CheckForm(CompanySettingsChange change)
    {
        if (change.OverwriteMode is { } mode && !OverwriteModes.All.Contains(mode))
            throw Violations.InvalidValue(mode, "overwriteMode");
        if (change.DiskSpaceWarningMin is < 0 and { } space)
            throw Violations.OutOfRange(space.ToString(CultureInfo.InvariantCulture), "diskSpaceWarningMin", "0-");
    }

    // An IpsAdmin needs no membership; anybody else could not see the company just made.
    private static NewMember? Founder(RequestContext request) => request.Caller.User.IsIpsAdmin
        ? null
        : request.Caller.Memberships
            .Where(membership => membership.IsActive && UserRoles.Administrators.Contains(membership.Role))
            .Select(membership => new NewMember(request.Caller.User.UserId, membership.Role))
            .FirstOrDefault();

    private async Task<long?> ResolveAsync(Company company, string? handle, string type, string path, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(handle))
            return null;
        var asset = await assets.FindAsync(company.CompanyId, handle, cancellationToken);
        return asset is { TrashState: TrashStates.NotInTrash } && asset.Content.Type == type
            ? asset.AssetId
            : throw Violations.InvalidHandle(handle, path);
    }
}
