using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace IpsJobs.Storage.Configurations;

/// <summary>Instants as UTC ticks: exact, ordered, and comparable on every database.</summary>
internal sealed class UtcTicksConverter() : ValueConverter<DateTimeOffset, long>(
    instant => instant.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
