using System.Diagnostics.CodeAnalysis;

namespace IpsJobs.Notifications.Callbacks;

/// <summary>The address of a notification, kept as it was given.</summary>
public static class NotificationAddress
{
    private const char FirstVisible = '!';
    private const char LastVisible = '~';

    // Receivers sign or compare their addresses: dots, case and escapes of path and query stay untouched.
    private static readonly UriCreationOptions AsGiven = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <exception cref="NotificationFailedException">Not an absolute http or https address.</exception>
    public static Uri Parse(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        // The fragment belongs to whoever reads the answer and never goes over the wire.
        var text = address.Split('#')[0].Trim();
        return TryCreate(text, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? uri
            : throw NotificationFailedException.BadAddress();
    }

    /// <summary>The address without credentials and query, for logs and for people.</summary>
    public static string ForDisplay(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return Uri.TryCreate(address, UriKind.Absolute, out var uri)
            ? uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
            : address.Split('?')[0];
    }

    // Anything but visible ASCII must be escaped, or a line break in an address could write headers of its own;
    // and a query without a path needs the slash that only the usual form puts before it.
    private static bool TryCreate(string text, [NotNullWhen(true)] out Uri? uri) =>
        (text.All(c => c is >= FirstVisible and <= LastVisible)
            && Uri.TryCreate(text, AsGiven, out uri)
            && uri.PathAndQuery.StartsWith('/'))
        || Uri.TryCreate(text, UriKind.Absolute, out uri);
}
