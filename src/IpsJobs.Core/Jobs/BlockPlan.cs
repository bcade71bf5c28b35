namespace IpsJobs.Core.Jobs;

/// <summary>What a checked block decides about its job.</summary>
/// <param name="LaneKey">See <see cref="Lanes"/>; empty for no lane.</param>
/// <param name="JobSubType">A constant of <see cref="Constants.JobSubTypes"/>, or empty.</param>
public sealed record BlockPlan(string LaneKey, string JobSubType = "");
