using IpsJobs.Core.Assets;

namespace IpsJobs.Handlers.AutoSets;

/// <summary>The members of a set after a plan is carried out.</summary>
/// <param name="Members">All members in their order.</param>
/// <param name="Added">How many of them are new.</param>
/// <param name="TooMany">Assets that found no room.</param>
/// <param name="Displaced">Assets whose cell another member has.</param>
public sealed record MergedSet(IReadOnlyList<SetMember> Members, int Added, int TooMany, IReadOnlyList<SetPlace> Displaced);
