using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Jobs;
using IpsJobs.Soap.Dialects;

namespace IpsJobs.Soap.Operations.Jobs;

/// <summary>Shows the frozen block of a job in listings: as submitted, with the values that absent options stand for.</summary>
internal sealed class JobBlockEcho(IAccountDirectory accounts)
{
    /// <summary>Null for jobs of the system, which have no block.</summary>
    public async ValueTask<JobBlock?> ReadAsync(JobDefinition definition, Dialect dialect, CancellationToken cancellationToken)
    {
        if (definition.BlockXml.Length == 0)
            return null;
        var company = await accounts.FindCompanyAsync(definition.CompanyId, cancellationToken);
        var block = JobBlocks.Deserialize(definition.BlockXml);
        var defaults = new BlockDefaults(
            new OptionDefaults(dialect), new HandleForms(dialect.Handles), company?.RetainPublishState ?? false);
        defaults.Fill(block.Block);
        return block;
    }
}
