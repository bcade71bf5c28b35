namespace IpsJobs.Core.Schedules;

/// <summary>Goes between instants and what the clocks of a zone show.</summary>
/// <remarks>
/// Asks the zone only for the offset at an instant, which has one answer, unlike its questions about local times.
/// Wall times carry <see cref="DateTimeKind.Utc"/>, which is how Cronos is told to do no conversion of its own.
/// </remarks>
internal sealed class ZonedWallClock(TimeZoneInfo zone)
{
    // Offsets lie between -12:00 and +14:00, so these are on either side of any change that touches the wall time.
    private static readonly TimeSpan Before = TimeSpan.FromHours(-15);
    private static readonly TimeSpan After = TimeSpan.FromHours(13);

    public DateTime At(DateTimeOffset instant) =>
        DateTime.SpecifyKind(Shift(instant.UtcDateTime, zone.GetUtcOffset(instant)), DateTimeKind.Utc);

    public WallInstants Instants(DateTime wall)
    {
        var early = zone.GetUtcOffset(Utc(wall, -Before));
        var late = zone.GetUtcOffset(Utc(wall, -After));
        var first = Utc(wall, early);
        var second = Utc(wall, late);
        var firstHolds = zone.GetUtcOffset(first) == early;
        var secondHolds = zone.GetUtcOffset(second) == late;
        return (firstHolds, secondHolds) switch
        {
            (true, true) when first != second => new WallInstants(first, second, Exists: true),
            (true, _) => new WallInstants(first, null, Exists: true),
            (_, true) => new WallInstants(second, null, Exists: true),
            _ => new WallInstants(FindChange(second, first, early), null, Exists: false),
        };
    }

    /// <summary>The first instant after <paramref name="from"/> at which the offset is no longer <paramref name="offset"/>.</summary>
    private DateTimeOffset FindChange(DateTimeOffset from, DateTimeOffset to, TimeSpan offset)
    {
        var (low, high) = (from.UtcTicks, to.UtcTicks);
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            if (zone.GetUtcOffset(new DateTimeOffset(middle, TimeSpan.Zero)) == offset)
                low = middle;
            else
                high = middle;
        }
        return new DateTimeOffset(high, TimeSpan.Zero);
    }

    private static DateTimeOffset Utc(DateTime wall, TimeSpan offset) =>
        new(Shift(wall, -offset).Ticks, TimeSpan.Zero);

    // A client may name the last second of the year 9999, and some zone would push it over the edge.
    private static DateTime Shift(DateTime time, TimeSpan by) =>
        new(Math.Clamp(time.Ticks + by.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks));
}
