namespace IpsJobs.Handlers.Publishing;

/// <summary>Outcome of one delivery, with the cause of a failure.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Cause">The exception of a failed one; null otherwise.</param>
public sealed record DeliveryResult(DeliveryOutcome Outcome, Exception? Cause = null);
