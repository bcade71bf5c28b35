using IpsJobs.Core.Schedules;

namespace IpsJobs.Core.Configuration;

/// <summary>Now, and the zone of the server: all that code needs to know of time.</summary>
public sealed class ServerClock(TimeProvider time, TimeZoneInfo zone)
{
    /// <summary>The current instant in UTC.</summary>
    public DateTimeOffset UtcNow => Time.GetUtcNow();

    /// <summary>Where delays and timers come from, so that tests can move them.</summary>
    public TimeProvider Time { get; } = time;

    /// <summary>Zone in which schedules are evaluated and dates are written.</summary>
    public TimeZoneInfo Zone { get; } = zone;

    /// <summary>Reads a date of a request: Utc kind is an instant, Unspecified kind is wall-clock time of the server.</summary>
    public DateTimeOffset ToInstant(DateTime value) => value.Kind == DateTimeKind.Unspecified
        ? ServerZone.FromServerLocal(value, Zone).ToUniversalTime()
        : new DateTimeOffset(value.ToUniversalTime());
}
