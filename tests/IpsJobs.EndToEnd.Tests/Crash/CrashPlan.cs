using System.Globalization;

namespace IpsJobs.EndToEnd.Tests.Crash;

/// <summary>How often a crash test kills the server, and when.</summary>
/// <remarks><c>IPSJOBS_CRASHES</c> sets the number of kills, <c>IPSJOBS_CRASH_SEED</c> repeats a plan of work and moments.</remarks>
internal sealed record CrashPlan(int Kills, int Seed)
{
    public static CrashPlan Read(int standardKills) =>
        new(Setting("IPSJOBS_CRASHES") ?? standardKills, Setting("IPSJOBS_CRASH_SEED") ?? Random.Shared.Next());

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : null;
}
