namespace IpsJobs.Core.Assets;

/// <summary>Unsharp mask on the reduced levels.</summary>
/// <param name="Amount">Strength, 0 to 5; 1 is 100 %.</param>
/// <param name="Radius">Pixels of the level, 0 to 250.</param>
/// <param name="Threshold">Differences up to here stay, 0 to 255.</param>
/// <param name="BrightnessOnly">Leaves the colours alone; means nothing for grey.</param>
public sealed record UnsharpRequest(double Amount, double Radius, int Threshold, bool BrightnessOnly);
