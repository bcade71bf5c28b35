using System.Collections.Frozen;
using IpsJobs.Core.Constants;

namespace IpsJobs.Core.Accounts;

/// <summary>Which role may call which operation: the API's documented lists and the additions made here.</summary>
public static class RoleMatrix
{
    private static readonly string[] Writers =
    [
        UserRoles.IpsAdmin, UserRoles.IpsUser, UserRoles.TrialSiteAdmin, UserRoles.TrialSiteUser,
        UserRoles.ImagePortalAdmin, UserRoles.ImagePortalContrib, UserRoles.ImagePortalContribUser,
    ];

    private static readonly string[] Managers = [.. Writers, UserRoles.IpsCompanyAdmin];

    private static readonly string[] Administrators = [.. UserRoles.Administrators];

    private static readonly string[] Readers = [.. Managers, UserRoles.ImagePortalUser];

    // Who may change assets and folders; trial sites may only add to them.
    private static readonly string[] Editors =
    [
        UserRoles.IpsAdmin, UserRoles.IpsCompanyAdmin, UserRoles.IpsUser,
        UserRoles.ImagePortalAdmin, UserRoles.ImagePortalContrib, UserRoles.ImagePortalContribUser,
    ];

    private static readonly FrozenDictionary<string, Lists> Operations = new Dictionary<string, Lists>
    {
        ["submitJob"] = new(Writers, [UserRoles.IpsCompanyAdmin]),
        ["executeJob"] = new(Writers, [UserRoles.IpsCompanyAdmin]),
        ["uploadPost"] = new(Writers, [UserRoles.IpsCompanyAdmin]),
        ["pauseJob"] = new(Managers),
        ["resumeJob"] = new(Managers),
        ["stopJob"] = new(Managers),
        ["deleteJob"] = new(Managers),
        ["getActiveJobs"] = new(Managers),
        ["getScheduledJobs"] = new(Managers),
        ["getJobLogs"] = new(Readers),
        ["getJobLogDetails"] = new([.. Readers.Except([UserRoles.TrialSiteAdmin])], [UserRoles.TrialSiteAdmin]),
        ["getAssetJobLogs"] = new(Readers),
        ["checkLogin"] = new(Readers),
        ["getCompanyInfo"] = new([.. Readers.Except([UserRoles.IpsCompanyAdmin])], [UserRoles.IpsCompanyAdmin]),
        ["getCompanyMembership"] = new(Readers),
        ["getUserInfo"] = new(Readers),
        ["setPassword"] = new(Readers),
        ["generatePassword"] = new(Readers),
        ["getProperty"] = new(Readers),
        ["getSystemProperties"] = new(Readers),
        ["getAllCompanies"] = new([UserRoles.IpsAdmin]),
        ["addCompany"] = new([UserRoles.IpsAdmin, UserRoles.TrialSiteAdmin, UserRoles.ImagePortalAdmin]),
        ["getCompanyMembers"] = new(Administrators),
        ["addCompanyMembership"] = new(Administrators),
        ["setCompanyMembership"] = new(Administrators),
        ["removeCompanyMembership"] = new(Administrators),
        ["getUsers"] = new(Administrators),
        ["getAllUsers"] = new(Administrators),
        ["addUser"] = new(Administrators),
        ["setUserInfo"] = new(Administrators),
        ["getCompanySettings"] = new(Administrators),
        ["setCompanySettings"] = new(Administrators),
        ["getDiskUsage"] = new(Administrators),
        ["renameAsset"] = new([.. Editors.Except([UserRoles.ImagePortalContribUser])], [UserRoles.ImagePortalContribUser]),
        ["setAssetPublishState"] = new([.. Editors.Except([UserRoles.ImagePortalAdmin])], [UserRoles.ImagePortalAdmin]),
        ["setAssetsContextState"] = new(Readers),
        ["moveAsset"] = new(Editors),
        ["moveAssets"] = new(Editors),
        ["deleteAsset"] = new(Editors),
        ["deleteAssets"] = new(Editors),
        ["emptyAssetsFromTrash"] = new(Editors),
        ["restoreAssetsFromTrash"] = new(Editors),
        ["setAssetsPublishState"] = new(Editors),
        ["forceRepublishAssets"] = new(Editors),
        ["createFolder"] = new(Editors),
        ["renameFolder"] = new(Editors),
        ["moveFolder"] = new(Editors),
        ["deleteFolder"] = new(Editors),
        ["createImageSet"] = new(Editors),
        ["setImageSetMembers"] = new(Editors),
        ["createAssetSet"] = new(Editors),
        ["setAssetSetDefinition"] = new(Editors),
        ["updateAssetSet"] = new(Editors),
        ["searchAssets"] = new(Readers),
        ["getAssets"] = new(Readers),
        ["getAssetsByName"] = new(Managers),
        ["getAssetCounts"] = new(Readers),
        ["getFolders"] = new(Readers),
        ["getFolderTree"] = new([.. Managers.Except([UserRoles.ImagePortalAdmin])], [UserRoles.ImagePortalAdmin]),
        ["checkAssetNames"] = new([.. Readers.Except([UserRoles.IpsCompanyAdmin])], [UserRoles.IpsCompanyAdmin]),
        ["batchGetAssetPublishContexts"] = new(Readers),
        ["getAssetPublishHistory"] = new(Readers),
        ["getPublishContexts"] = new(Readers),
        ["getActivePublishContexts"] = new(Readers),
        ["getOriginalFilePaths"] = new([.. Managers.Except([UserRoles.ImagePortalAdmin])], [UserRoles.ImagePortalAdmin]),
        ["getAssociatedAssets"] = new(Readers),
        ["getImageSetMembers"] = new([.. Readers.Except([UserRoles.ImagePortalAdmin])], [UserRoles.ImagePortalAdmin]),
        ["getGenerationInfo"] = new(Readers),
        ["getZipEntries"] = new(Readers),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>True when <paramref name="role"/> may call <paramref name="operation"/>; unknown operations and roles may nothing.</summary>
    /// <param name="operation">Name of the operation, e.g. <c>submitJob</c>.</param>
    /// <param name="role">A constant of <see cref="UserRoles"/>.</param>
    /// <param name="strict">True: the documented list alone counts.</param>
    public static bool Allows(string operation, string role, bool strict) =>
        Operations.TryGetValue(operation, out var lists)
        && (lists.Documented.Contains(role) || (!strict && lists.Added.Contains(role)));

    private sealed class Lists(string[] documented, string[]? added = null)
    {
        public FrozenSet<string> Documented { get; } = documented.ToFrozenSet(StringComparer.Ordinal);

        public FrozenSet<string> Added { get; } = (added ?? []).ToFrozenSet(StringComparer.Ordinal);
    }
}
