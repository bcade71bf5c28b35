using IpsJobs.Core.Accounts;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Messages;

namespace IpsJobs.Core.Jobs;

/// <summary>What must hold whenever an instance begins to work or goes on after an interruption.</summary>
public sealed class JobConditions(IAccountDirectory accounts, DiskReserve reserve, ServerClock clock)
{
    /// <summary>The company and the user that the job belongs to.</summary>
    /// <exception cref="FatalJobException">The company has expired, the user is no longer a member, or the disk is all but full.</exception>
    public async Task<(Company Company, Account User)> RequireAsync(JobDefinition definition, CancellationToken cancellationToken)
    {
        // Its jobs make room, so a full disk is no reason to keep them from working.
        if (definition.CompanyId == SystemJobs.CompanyId)
            return (SystemJobs.Company, SystemJobs.SubmitterOf(definition));
        var company = await accounts.FindCompanyAsync(definition.CompanyId, cancellationToken);
        var user = await accounts.FindAccountAsync(definition.SubmitUserId, cancellationToken);
        if (company is null || company.IsExpired(clock.UtcNow))
            throw new FatalJobException(new LocalizedMessage("Log.Fatal.CompanyGone"));
        if (user is null || !user.User.IsValid || !user.IsActiveIn(company.CompanyId))
            throw new FatalJobException(new LocalizedMessage("Log.Fatal.UserGone", definition.SubmitUserEmail));
        reserve.Require(company);
        return (company, user);
    }
}
