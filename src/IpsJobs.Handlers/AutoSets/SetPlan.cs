namespace IpsJobs.Handlers.AutoSets;

/// <summary>A set that a preset has found.</summary>
/// <param name="Preset">The preset.</param>
/// <param name="Name">Name of the set; what forbidden characters leave of it.</param>
/// <param name="Members">Assets to be members, each once, in the order of the candidates.</param>
public sealed record SetPlan(SetPreset Preset, string Name, IReadOnlyList<SetPlace> Members)
{
    public string ItemKey => SetKeys.OfSet(Preset, Name);
}
