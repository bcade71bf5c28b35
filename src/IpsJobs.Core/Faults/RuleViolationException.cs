using IpsJobs.Core.Messages;

namespace IpsJobs.Core.Faults;

/// <summary>A request broke a rule of the API; nothing has been stored.</summary>
/// <remarks>The wire turns <see cref="Code"/> into the fault element of its range (10000 authentication,
/// 20000 authorization, 30000 ipsApi) and renders <see cref="Reason"/> in the caller's language.</remarks>
public sealed class RuleViolationException(int code, LocalizedMessage reason) : Exception($"{code} {reason.Key}")
{
    /// <summary>Fault code of the API, e.g. 30002.</summary>
    public int Code { get; } = code;

    /// <summary>Why, for the caller; holds no path of the server and no secret.</summary>
    public LocalizedMessage Reason { get; } = reason;
}
