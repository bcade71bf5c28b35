namespace IpsJobs.Handlers.MetadataPublish;

/// <summary>What one target gets.</summary>
/// <param name="Target">The target.</param>
/// <param name="ToSend">Assets whose document is new, has changed, or is to be sent whatever it is.</param>
/// <param name="ToRemove">Assets that have a document there but are not selected any more.</param>
public sealed record MetadataPlan(MetadataTarget Target, IReadOnlyList<long> ToSend, IReadOnlyList<long> ToRemove)
{
    /// <summary>All assets the target has to do with, in the order of work.</summary>
    public IEnumerable<long> Assets => ToSend.Concat(ToRemove);
}
