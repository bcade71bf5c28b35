using System.Globalization;
using IpsJobs.Contracts;

namespace IpsJobs.EndToEnd.Tests.OverTheWire;

/// <summary>A valid request of every operation, with its elements in the order of the schema and only those that all versions have.</summary>
internal static class OperationRequests
{
    private static readonly Dictionary<string, Func<LiveWorld, string, string>> Contents = new()
    {
        ["submitJob"] = (_, job) => $"<jobName>{job}</jobName><execTime>2099-01-01T00:00:00Z</execTime>{LiveWorld.Publish}",
        ["getActiveJobs"] = (_, _) => "",
        ["getScheduledJobs"] = (_, _) => $"<originalName>{LiveWorld.Rich}</originalName>",
        ["getJobLogs"] = (_, _) => "<sortBy>StartDate</sortBy><sortDirection>Ascending</sortDirection><numRows>10</numRows>",
        ["getJobLogDetails"] = (_, _) => $"<originalName>{LiveWorld.Finished}</originalName>",
        ["getAssetJobLogs"] = (world, _) => $"<assetHandle>{world.AssetHandle}</assetHandle>",
        ["stopJob"] = Handle,
        ["pauseJob"] = Handle,
        ["resumeJob"] = Handle,
        ["executeJob"] = Handle,
        ["deleteJob"] = Handle,
        ["uploadPost"] = (_, job) => $"<jobName>{job}</jobName><uploadParams><overwrite>true</overwrite><readyForPublish>true</readyForPublish><createMask>false</createMask><emailSetting>None</emailSetting></uploadParams>",
    };

    private const string PersonName = "<firstName>Ann</firstName><lastName>Lee</lastName>";

    private static readonly Dictionary<string, Func<LiveWorld, ContractVersion, string, string>> AccountContents = new()
    {
        ["checkLogin"] = (_, _, _) => $"<email>{Hosting.RunningServer.Email}</email><password>{Hosting.RunningServer.Password}</password>",
        ["getCompanyInfo"] = (_, _, _) => "",
        ["getAllCompanies"] = (_, _, _) => "<includeExpired>true</includeExpired>",
        ["addCompany"] = (_, _, job) => $"<companyName>{job}</companyName>",
        ["getCompanyMembership"] = (_, _, _) => "",
        ["getCompanyMembers"] = (_, version, _) => "<includeInvalid>true</includeInvalid>" + Since2008(version, "<includeInactive>true</includeInactive>"),
        ["addCompanyMembership"] = (world, _, _) => UserHandle(world) + Membership(47),
        ["setCompanyMembership"] = (world, _, _) => UserHandle(world) + Membership(48),
        ["removeCompanyMembership"] = (world, _, _) => UserHandle(world) + "<companyHandleArray><items>c|48</items></companyHandleArray>",
        ["getUserInfo"] = (_, _, _) => $"<email>{Hosting.RunningServer.Email}</email>",
        ["getUsers"] = (_, _, _) =>
            "<companyHandleArray><items>c|47</items></companyHandleArray><sortBy>LastName</sortBy><recordsPerPage>10</recordsPerPage>",
        ["getAllUsers"] = (_, _, _) => "<includeInvalid>true</includeInvalid>",
        ["addUser"] = (_, version, job) => Names(version, Address(job)) + "<password>aB3$efgh</password><isValid>true</isValid>"
            + Since2014(version, "<isIpsAdmin>false</isIpsAdmin>") + Since2008(version, Membership(47)),
        ["setUserInfo"] = (world, version, job) => UserHandle(world) + Names(version, Address(job)) + "<isValid>true</isValid>"
            + Since2014(version, "<isIpsAdmin>false</isIpsAdmin>"),
        ["setPassword"] = (world, _, _) => UserHandle(world) + "<password>aB3$efgh</password>",
        ["generatePassword"] = (_, _, _) => "",
        ["getCompanySettings"] = (_, _, _) => "",
        ["setCompanySettings"] = (_, _, _) => "<overwriteMode>OverwriteAnyExt</overwriteMode><diskSpaceWarningMin>5</diskSpaceWarningMin>",
        ["getProperty"] = (_, _, _) => "<name>UploadPostMaxFileSize</name>",
        ["getSystemProperties"] = (_, _, _) => "",
        ["getDiskUsage"] = (_, _, _) => "",
    };

    private const string Asset = "<assetHandle>{0}</assetHandle>";
    private const string Assets = "<assetHandleArray><items>{0}</items></assetHandleArray>";

    // {0} is an asset made for the request, {1} a name nobody has, {2} its folder, {3} an image set, {4} an asset set, {5} an archive.
    private static readonly Dictionary<string, string> AssetContents = new()
    {
        ["renameAsset"] = Asset + "<newName>{1}</newName><validateName>true</validateName>",
        ["moveAsset"] = Asset + "<folderHandle>SampleCompany/{1}/</folderHandle>",
        ["moveAssets"] = "<assetMoveArray><items>" + Asset + "<folderHandle>SampleCompany/{1}/</folderHandle></items></assetMoveArray>",
        ["deleteAsset"] = Asset,
        ["deleteAssets"] = Assets,
        // Not in the trash: the one has a warning to tell, the other an error.
        ["restoreAssetsFromTrash"] = Assets,
        ["emptyAssetsFromTrash"] = Assets,
        ["setAssetPublishState"] = Asset + "<publishState>NotMarkedForPublish</publishState>",
        ["setAssetsPublishState"] =
            "<publishStateUpdateArray><items>" + Asset + "<publishState>MarkedForPublish</publishState></items></publishStateUpdateArray>",
        ["setAssetsContextState"] = "<assetsContextStateUpdateArray><items>" + Asset
            + "<contextStateUpdateArray><items><contextHandle>pc|1</contextHandle><publishState>MarkedForPublish</publishState></items>"
            + "</contextStateUpdateArray></items></assetsContextStateUpdateArray>",
        ["forceRepublishAssets"] = "<republishFiles>true</republishFiles><resyncCatalog>true</resyncCatalog>" + Assets,
        ["createFolder"] = "<folderPath>SampleCompany/{1}/</folderPath>",
        ["renameFolder"] = "<folderHandle>{2}</folderHandle><folderName>{1}</folderName>",
        ["moveFolder"] = "<folderHandle>{2}</folderHandle><destFolderHandle>SampleCompany/Pictures/</destFolderHandle>",
        ["deleteFolder"] = "<folderHandle>{2}</folderHandle>",
        ["createImageSet"] = "<folderHandle>SampleCompany/</folderHandle><name>{1}</name><type>ImageSet</type>",
        ["setImageSetMembers"] = "<assetHandle>{3}</assetHandle><memberArray><items>" + Asset + "<pageReset>true</pageReset></items></memberArray>",
        ["createAssetSet"] =
            "<folderHandle>SampleCompany/</folderHandle><name>{1}</name><subType>Own</subType><setDefinition>1;2</setDefinition>",
        ["setAssetSetDefinition"] = "<assetHandle>{4}</assetHandle><setDefinition>1;2</setDefinition>",
        ["updateAssetSet"] = "<assetHandle>{4}</assetHandle><thumbAssetHandle>{0}</thumbAssetHandle>",
        ["searchAssets"] =
            "<folder>{2}</folder><includeSubfolders>true</includeSubfolders><recordsPerPage>10</recordsPerPage><resultsPage>1</resultsPage><sortBy>Name</sortBy>",
        ["getAssets"] = Assets,
        ["getAssetsByName"] = $"<nameArray><items>{LiveWorld.PictureName}</items></nameArray>",
        ["getAssetCounts"] = "",
        ["checkAssetNames"] = $"<assetNameArray><items>{LiveWorld.PictureName}</items><items>{{1}}</items></assetNameArray>",
        ["getOriginalFilePaths"] = Assets,
        ["getAssociatedAssets"] = Asset,
        ["getImageSetMembers"] = "<assetHandle>{3}</assetHandle>",
        ["getGenerationInfo"] = "<originatorHandle>{0}</originatorHandle>",
        ["getZipEntries"] = "<assetHandle>{5}</assetHandle>",
        ["getFolders"] = "<folderPath>{2}</folderPath>",
        ["getFolderTree"] = "<depth>-1</depth>",
        ["getPublishContexts"] = "",
        ["getActivePublishContexts"] = "",
        ["batchGetAssetPublishContexts"] = Assets,
        ["getAssetPublishHistory"] = Asset,
    };

    private static readonly string[] WithCompany =
        ["checkLogin", "getCompanyInfo", "getCompanyMembers", "getCompanySettings", "setCompanySettings", "getDiskUsage"];

    private static readonly string[] OnJobs = ["stopJob", "pauseJob", "resumeJob", "executeJob", "deleteJob"];

    private static readonly string[] OnUsers =
        ["addCompanyMembership", "setCompanyMembership", "removeCompanyMembership", "setUserInfo", "setPassword"];

    private static readonly string[] ByAnybody = ["checkLogin", "getCompanyInfo", "getCompanyMembership", "getUserInfo"];

    public static IEnumerable<string> Operations => Contents.Keys.Concat(AccountContents.Keys).Concat(AssetContents.Keys);

    /// <summary>True for operations that act on a scheduled job, which must be there before.</summary>
    public static bool NeedsJob(string operation) => OnJobs.Contains(operation);

    /// <summary>True for operations that act on a user, which must be there before.</summary>
    public static bool NeedsUser(string operation) => OnUsers.Contains(operation);

    /// <summary>True for operations on an asset, which must be there before.</summary>
    public static bool NeedsAsset(string operation) => AssetContents.ContainsKey(operation);

    /// <summary>True for operations that the oldest version has without the element that says what they do.</summary>
    public static bool IsIncomplete(string operation, ContractVersion version) =>
        version < ContractVersion.V20080115 && operation is "addCompanyMembership" or "setCompanyMembership";

    /// <summary>Who may call the operation.</summary>
    public static string Caller(string operation) =>
        AccountContents.ContainsKey(operation) && !ByAnybody.Contains(operation) ? LiveWorld.Root : Hosting.RunningServer.Email;

    /// <summary>The request element in the namespace of the version.</summary>
    public static string Body(LiveWorld world, string operation, ContractVersion version, string job)
    {
        var element = ContractOperations.Find(operation)!.RequestElement;
        var company = version == ContractVersion.Unversioned ? "47" : "c|47";
        var isOfAccounts = AccountContents.TryGetValue(operation, out var content);
        var scope = isOfAccounts && !WithCompany.Contains(operation) ? "" : $"<companyHandle>{company}</companyHandle>";
        var fields = isOfAccounts ? content!(world, version, job)
            : AssetContents.TryGetValue(operation, out var edit) ? string.Format(CultureInfo.InvariantCulture, edit, [world.NextAsset, job, .. world.NextPlaces, world.ArchiveHandle])
            : Contents[operation](world, job);
        return $"<{element} xmlns=\"{version.Namespace}\">{scope}{fields}</{element}>";
    }

    private static string Handle(LiveWorld world, string job) => $"<jobHandle>47|{job}|</jobHandle>";

    private static string UserHandle(LiveWorld world) => $"<userHandle>{world.NextUser}</userHandle>";

    private static string Address(string job) => job.Replace(' ', '.') + "@example.com";

    private static string Names(ContractVersion version, string email)
    {
        var role = version >= ContractVersion.V20080115 && version <= ContractVersion.V20130215 ? "<defaultRole>IpsUser</defaultRole>" : "";
        return $"{PersonName}<email>{email}</email>{role}";
    }

    private static string Membership(int companyId) =>
        $"<membershipArray><items><companyHandle>c|{companyId}</companyHandle><role>ImagePortalUser</role><isActive>true</isActive></items></membershipArray>";

    private static string Since2008(ContractVersion version, string element) => version >= ContractVersion.V20080115 ? element : "";

    private static string Since2014(ContractVersion version, string element) => version >= ContractVersion.V20140403 ? element : "";
}
