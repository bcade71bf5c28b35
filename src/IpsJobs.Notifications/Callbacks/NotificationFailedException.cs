using System.Globalization;
using IpsJobs.Core.Messages;

namespace IpsJobs.Notifications.Callbacks;

/// <summary>The receiver did not take the notification. The message is for the operator; neither it nor the reason holds a secret.</summary>
public sealed class NotificationFailedException : Exception
{
    private NotificationFailedException(string text, string key, params string[] arguments)
        : base(text) => Reason = new LocalizedMessage("Log.Notification." + key, arguments);

    /// <summary>The same for whoever reads the job log.</summary>
    public LocalizedMessage Reason { get; }

    public static NotificationFailedException BadAddress() => new("not an http or https address", "BadAddress");

    public static NotificationFailedException AddressRefused(string host) =>
        new($"the address of host '{host}' is not allowed", "AddressRefused", host);

    public static NotificationFailedException JobGone() => new("the job no longer exists", "JobGone");

    public static NotificationFailedException Connection(HttpRequestError error) => new(error.ToString(), "Connection", error.ToString());

    public static NotificationFailedException Status(int status)
    {
        var number = status.ToString(CultureInfo.InvariantCulture);
        return new("HTTP " + number, "Status", number);
    }

    public static NotificationFailedException TimedOut(TimeSpan limit)
    {
        var seconds = limit.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        return new($"no answer within {seconds} s", "TimedOut", seconds);
    }
}
