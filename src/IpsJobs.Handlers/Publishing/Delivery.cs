namespace IpsJobs.Handlers.Publishing;

/// <summary>A file to be brought to a target.</summary>
/// <param name="Source">Absolute path in the store; null when the asset has no such file.</param>
/// <param name="Destination">Absolute path on the target.</param>
/// <param name="IsPresent">True when the right file lies there already and nothing is to be done.</param>
public sealed record Delivery(string? Source, string Destination, bool IsPresent = false);
