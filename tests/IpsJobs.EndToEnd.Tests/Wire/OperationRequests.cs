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
        ["checkLogin"] = (_, _) => $"<email>{Hosting.RunningServer.Email}</email><password>{Hosting.RunningServer.Password}</password>",
        ["getCompanyInfo"] = (_, _) => "",
        ["getUserInfo"] = (_, _) => $"<email>{Hosting.RunningServer.Email}</email>",
        ["getCompanyMembership"] = (_, _) => "",
    };

    private static readonly string[] WithoutCompany = ["getUserInfo", "getCompanyMembership"];

    private static readonly string[] OnJobs = ["stopJob", "pauseJob", "resumeJob", "executeJob", "deleteJob"];

    public static IEnumerable<string> Operations => Contents.Keys;

    /// <summary>True for operations that act on a scheduled job, which must be there before.</summary>
    public static bool NeedsJob(string operation) => OnJobs.Contains(operation);

    /// <summary>The request element in the namespace of the version.</summary>
    public static string Body(LiveWorld world, string operation, ContractVersion version, string job)
    {
        var element = ContractOperations.Find(operation)!.RequestElement;
        var company = version == ContractVersion.Unversioned ? "47" : "c|47";
        var scope = WithoutCompany.Contains(operation) ? "" : $"<companyHandle>{company}</companyHandle>";
        return $"<{element} xmlns=\"{version.Namespace}\">{scope}{Contents[operation](world, job)}</{element}>";
    }

    private static string Handle(LiveWorld world, string job) => $"<jobHandle>47|{job}|</jobHandle>";
}
