using System.Globalization;

namespace IpsJobs.Core.Messages;

/// <summary>Where the result of a job can be downloaded, as a text of its log. Mail shows it as a link when it stands on the End row.</summary>
public static class DownloadMessage
{
    private const string Key = "Log.Export.Download";

    /// <param name="address">Absolute where the public address of the server is known, otherwise the path.</param>
    /// <param name="expiresUtc">When the file will be removed.</param>
    public static LocalizedMessage Create(string address, DateTimeOffset expiresUtc) =>
        new(Key, address, expiresUtc.ToString("O", CultureInfo.InvariantCulture));

    /// <summary>Address and expiry; false when <paramref name="message"/> speaks of something else.</summary>
    public static bool TryRead(LocalizedMessage message, out string address, out DateTimeOffset expiresUtc)
    {
        ArgumentNullException.ThrowIfNull(message);
        (address, expiresUtc) = ("", default);
        if (message is not { Key: Key, Arguments: [var first, var second] }
            || !DateTimeOffset.TryParseExact(second, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out expiresUtc))
            return false;
        address = first;
        return true;
    }
}
