using IpsJobs.Core.Faults;

namespace IpsJobs.Core.Assets;

/// <summary>How one item of a batch ended: done when it has neither warning nor error.</summary>
/// <param name="Handle">The asset's handle as the client wrote it.</param>
/// <param name="Warning">The asset is as asked, but was so before.</param>
/// <param name="Error">Nothing was done, and why.</param>
public sealed record EditOutcome(string Handle, RuleViolationException? Warning = null, RuleViolationException? Error = null);
