using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using Company = IpsJobs.Core.Accounts.Company;

namespace IpsJobs.Core.Jobs;

/// <summary>A job block about to be submitted, and for whom.</summary>
/// <param name="Block">The block as read.</param>
/// <param name="Path">Path of the block below the request's root, e.g. <c>uploadUrlsJob</c>; faults name elements below it.</param>
/// <param name="Company">Company of the job.</param>
/// <param name="User">The user the job runs as.</param>
/// <param name="RunsNow">True for an immediate job: what a later run would find out at its start is checked now.</param>
public sealed record BlockContext(IContractType Block, string Path, Company Company, Account User, bool RunsNow);
