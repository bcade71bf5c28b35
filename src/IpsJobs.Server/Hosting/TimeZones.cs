namespace IpsJobs.Server.Hosting;

/// <summary>Time zones by name.</summary>
internal static class TimeZones
{
    /// <summary>The zone of an IANA id; the machine's own for an empty one.</summary>
    /// <exception cref="TimeZoneNotFoundException">No such zone.</exception>
    public static TimeZoneInfo Resolve(string id) => id.Length == 0 ? TimeZoneInfo.Local : TimeZoneInfo.FindSystemTimeZoneById(id);
}
