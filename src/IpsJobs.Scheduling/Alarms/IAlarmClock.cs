namespace IpsJobs.Scheduling.Alarms;

/// <summary>Wakes us for a trigger; what is due then is read from the store.</summary>
internal interface IAlarmClock
{
    /// <summary>Wakes us at <paramref name="dueUtc"/>, or at once when that has passed; an earlier alarm of the trigger stays.</summary>
    /// <remarks>An alarm that comes too early does no harm, it is set anew from the store; one that comes too late would.</remarks>
    ValueTask SetAsync(long triggerId, DateTimeOffset dueUtc, CancellationToken cancellationToken);

    ValueTask RemoveAsync(long triggerId, CancellationToken cancellationToken);
}
