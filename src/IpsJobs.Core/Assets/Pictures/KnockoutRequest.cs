namespace IpsJobs.Core.Assets;

/// <summary>Makes the background transparent.</summary>
/// <param name="Corner">The pixel that gives the background colour, a constant of <see cref="Constants.Corners"/>.</param>
/// <param name="Tolerance">0 is an exact match, 1 any colour.</param>
/// <param name="Connected">Only pixels connected with the corner; otherwise all that match.</param>
public sealed record KnockoutRequest(string Corner, double Tolerance, bool Connected);
