namespace IpsJobs.Notifications.Callbacks;

/// <summary>The receiver did not take the notification.</summary>
public sealed class NotificationFailedException(string reason) : Exception(reason);
