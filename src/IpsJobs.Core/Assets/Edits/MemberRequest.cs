namespace IpsJobs.Core.Assets;

/// <summary>A member of a set, as the client wrote it.</summary>
/// <param name="Handle">The asset.</param>
/// <param name="PageReset">Begins a new spread of a catalog; sets of images always show one image at a time.</param>
public sealed record MemberRequest(string Handle, bool PageReset);
