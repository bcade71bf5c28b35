using IpsJobs.Core.Messages;

namespace IpsJobs.Handlers.AutoSets;

/// <summary>A property set cannot be used as a preset.</summary>
/// <param name="reason">Why.</param>
public sealed class SetPresetException(LocalizedMessage reason) : Exception(reason.Key)
{
    /// <summary>Why, for clients and logs.</summary>
    public LocalizedMessage Reason { get; } = reason;
}
