namespace IpsJobs.Core.Assets;

/// <summary>Marks of one asset by context, as the client wrote them.</summary>
/// <param name="Handle">The asset.</param>
/// <param name="States">Handles of contexts, with a constant of <see cref="Constants.PublishStates"/> each.</param>
public sealed record ContextMarkRequest(string Handle, IReadOnlyList<(string? Context, string? State)> States);
