using IpsJobs.Core.Messages;

namespace IpsJobs.Core.Schedules;

/// <summary>A schedule cannot be read; the caller can tell its client which part to correct.</summary>
/// <param name="value">The whole schedule as given.</param>
/// <param name="reason">Blames one field, such as "hour 25 is not in 0-23".</param>
public sealed class ScheduleFormatException(string value, LocalizedMessage reason) : Exception($"Invalid schedule '{value}': {reason.Key}")
{
    public string Value { get; } = value;

    public LocalizedMessage Reason { get; } = reason;
}
