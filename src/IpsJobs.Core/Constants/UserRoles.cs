using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary>What a user is in a company.</summary>
public static class UserRoles
{
    public const string IpsAdmin = "IpsAdmin";
    public const string IpsCompanyAdmin = "IpsCompanyAdmin";
    public const string IpsUser = "IpsUser";
    public const string WebServiceUser = "WebServiceUser";
    public const string TrialSiteAdmin = "TrialSiteAdmin";
    public const string TrialSiteUser = "TrialSiteUser";
    public const string ImagePortalAdmin = "ImagePortalAdmin";
    public const string ImagePortalUser = "ImagePortalUser";
    public const string ImagePortalContrib = "ImagePortalContrib";
    public const string ImagePortalContribUser = "ImagePortalContribUser";

    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            IpsAdmin, IpsCompanyAdmin, IpsUser, WebServiceUser, TrialSiteAdmin, TrialSiteUser, ImagePortalAdmin,
            ImagePortalUser, ImagePortalContrib, ImagePortalContribUser,
        ]);

    /// <summary>The roles that administer a company; a company may reserve publishing to them.</summary>
    public static FrozenSet<string> Administrators { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [IpsAdmin, IpsCompanyAdmin, TrialSiteAdmin, ImagePortalAdmin]);

    /// <summary>The roles whose folder permissions are checked; all others may write everywhere in their company.</summary>
    public static FrozenSet<string> BoundByFolderPermissions { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [ImagePortalUser, ImagePortalContrib, ImagePortalContribUser]);
}
