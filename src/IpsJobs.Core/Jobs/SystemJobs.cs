using System.Collections.Frozen;
using IpsJobs.Core.Accounts;

namespace IpsJobs.Core.Jobs;

/// <summary>The server's own jobs. They belong to company 0, which stands in no table: nobody is a member of it, and nobody can submit to it.</summary>
public static class SystemJobs
{
    public const int CompanyId = 0;

    // What lists, shows and steers jobs; everything that would bring files or new jobs into the company is left out,
    // and so is deleteJob, because the next start would bring the job back.
    private static readonly FrozenSet<string> Open = FrozenSet.Create(
        StringComparer.Ordinal,
        ["executeJob", "pauseJob", "resumeJob", "stopJob", "getActiveJobs", "getScheduledJobs", "getJobLogs", "getJobLogDetails"]);

    /// <summary>The company as the runner and the operations need it.</summary>
    public static Company Company { get; } = new() { CompanyId = CompanyId, Name = "System", RootPath = "" };

    /// <summary>True when the caller may do this with the server's own jobs: the API shows them to an IpsAdmin only.</summary>
    public static bool AreOpenTo(Account caller, string operation) => caller.User.IsIpsAdmin && Open.Contains(operation);

    /// <summary>The submitter, who cannot log in.</summary>
    public static Account SubmitterOf(JobDefinition definition) => new(
        new User { UserId = 0, Email = definition.SubmitUserEmail, FirstName = "", LastName = "", PasswordHash = "", IsValid = false }, []);

    /// <summary>A job of the system, which has no block and no lane.</summary>
    /// <param name="jobType">A constant of <see cref="Constants.JobTypes"/>; also the job's name.</param>
    /// <param name="address">Shown as submitter.</param>
    public static JobDefinition Definition(string jobType, string address) => new()
    {
        CompanyId = CompanyId,
        OriginalName = jobType,
        JobType = jobType,
        BlockElement = "",
        BlockXml = [],
        LaneKey = "",
        SubmitUserId = 0,
        SubmitUserEmail = address,
        CallerUserId = 0,
    };
}
