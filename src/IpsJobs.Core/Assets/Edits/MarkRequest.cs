namespace IpsJobs.Core.Assets;

/// <summary>A mark of a batch, as the client wrote it.</summary>
/// <param name="Handle">The asset.</param>
/// <param name="State">A constant of <see cref="Constants.PublishStates"/>, if it is right.</param>
public sealed record MarkRequest(string Handle, string? State);
