namespace IpsJobs.Notifications.Callbacks;

/// <summary>HTTP notifications (section <c>Notifications</c>).</summary>
public sealed class NotificationOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Notifications";

    /// <summary>Secret that receivers share with this server to check where a notification comes from; empty sends no signature.</summary>
    public string SigningSecret { get; set; } = "";
}
