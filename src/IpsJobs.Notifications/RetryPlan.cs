namespace IpsJobs.Notifications;

/// <summary>Pauses between the attempts to send one row.</summary>
/// <remarks>It counts attempts, not age: what waited through a long standstill of the service still gets all of them.</remarks>
public sealed class RetryPlan(params TimeSpan[] pauses)
{
    /// <summary>Ten attempts within a day, because a mail server that is down is usually back by then.</summary>
    public static RetryPlan Mail { get; } = new(
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(15),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(4),
        TimeSpan.FromHours(8),
        TimeSpan.FromHours(8));

    /// <summary>Attempts at 0, 30 and 120 seconds: whoever waits for a notification waits now.</summary>
    public static RetryPlan Notification { get; } = new(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(90));

    /// <summary>When to try again; null gives up.</summary>
    /// <param name="earlierAttempts">Attempts before the one that failed just now.</param>
    /// <param name="attemptUtc">When the failed attempt began.</param>
    public DateTimeOffset? Next(int earlierAttempts, DateTimeOffset attemptUtc) =>
        earlierAttempts < pauses.Length ? attemptUtc + pauses[earlierAttempts] : null;
}
