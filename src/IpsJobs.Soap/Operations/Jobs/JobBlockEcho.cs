using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Jobs;
using IpsJobs.Soap.Dialects;

namespace IpsJobs.Soap.Operations.Jobs;

/// <summary>Shows the frozen block of a job in listings: as submitted, with the values that absent options stand for.</summary>
internal sealed class JobBlockEcho(IAccountDirectory accounts)
{
    private readonly RecentBlocks recent = new();

    /// <summary>Null for jobs of the system, which have no block. What comes is shared: it is for writing replies only.</summary>
    public async ValueTask<JobBlock?> ReadAsync(JobDefinition definition, Dialect dialect, CancellationToken cancellationToken)
    {
        if (definition.BlockXml.Length == 0)
            return null;
        var company = await accounts.FindCompanyAsync(definition.CompanyId, cancellationToken);
        var retains = company?.RetainPublishState ?? false;
        return recent.Get(definition.BlockXml, dialect, retains, () => Read(definition.BlockXml, dialect, retains));
    }

    private static JobBlock Read(byte[] xml, Dialect dialect, bool retainPublishState)
    {
        var block = JobBlocks.Deserialize(xml);
        new BlockDefaults(new OptionDefaults(dialect), new HandleForms(dialect.Handles), retainPublishState).Fill(block.Block);
        return block;
    }
}
