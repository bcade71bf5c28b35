using IpsJobs.Core.Accounts;

namespace IpsJobs.Handlers.Publishing;

/// <summary>Where a publish delivers to.</summary>
/// <param name="Context">The context of the job.</param>
/// <param name="Servers">Its active servers, by id.</param>
/// <param name="Usable">Those whose directory takes files; never empty.</param>
public sealed record TargetSet(PublishContext Context, IReadOnlyList<PublishServer> Servers, IReadOnlyList<PublishServer> Usable)
{
    public IEnumerable<PublishServer> Unusable => Servers.Except(Usable);
}
