namespace IpsJobs.Core.Schedules;

/// <summary>When the clocks of a zone show a wall time.</summary>
/// <param name="First">The first time they do; if they never do, the first instant after the gap.</param>
/// <param name="Second">The second time, in a night when clocks are put back.</param>
/// <param name="Exists">False in the gap of a night when clocks are put forward.</param>
internal readonly record struct WallInstants(DateTimeOffset First, DateTimeOffset? Second, bool Exists);
