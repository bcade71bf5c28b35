using IpsJobs.Core.Accounts;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;

namespace IpsJobs.Handlers.Publishing;

/// <summary>Finds out where a publish can deliver to when it runs.</summary>
public sealed class PublishTargets(PublishContexts contexts)
{
    /// <summary>The targets of a job; a stop ends the search between two of them.</summary>
    /// <param name="run">The job.</param>
    /// <param name="contextHandle">As given in the block; null or empty asks for the default context.</param>
    /// <param name="contextTypes">Types of context, in the order in which they are looked for.</param>
    /// <param name="cancellationToken">Leaves the job for the next start.</param>
    /// <exception cref="FatalJobException">No server is active, or none can be written to.</exception>
    public async Task<TargetSet> FindAsync(
        JobRun run, string? contextHandle, IReadOnlyList<string> contextTypes, CancellationToken cancellationToken)
    {
        PublishContext? context = null;
        foreach (var type in contextTypes)
            context ??= await contexts.FindAsync(run.Company.CompanyId, type, contextHandle, cancellationToken);
        var servers = context is null ? [] : await contexts.ListActiveServersAsync(context, cancellationToken);
        if (context is null || servers.Count == 0)
            throw new FatalJobException(new LocalizedMessage("Log.Fatal.NoActivePublishServer", context?.Name ?? contextTypes[0]));
        return new TargetSet(context, servers, Probe(run, servers));
    }

    private static List<PublishServer> Probe(JobRun run, IReadOnlyList<PublishServer> servers)
    {
        var usable = new List<PublishServer>();
        foreach (var server in servers)
        {
            run.Checkpoint();
            if (TargetProbe.IsUsable(server.Directory, run.Instance.InstanceId))
                usable.Add(server);
        }

        return usable.Count > 0 ? usable : throw new FatalJobException(new LocalizedMessage("Log.Fatal.NoUsableTarget"));
    }
}
