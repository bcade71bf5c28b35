using System.Globalization;
using System.Net;
using System.Net.Sockets;
using IpsJobs.Core.Messages;
using IpsJobs.Core.Outbound;

namespace IpsJobs.Handlers.UrlUpload;

/// <summary>One factory per way in which a fetch fails.</summary>
internal static class FetchFailures
{
    private const int FirstServerError = 500;

    public static FetchFailedException Status(SourceAddress source, HttpStatusCode status) =>
        new(new LocalizedMessage("Log.Fetch.Status", source.Display, ((int)status).ToString(CultureInfo.InvariantCulture)))
        {
            IsTransient = (int)status >= FirstServerError,
        };

    public static FetchFailedException TooLarge(SourceAddress source, long limit) =>
        new(new LocalizedMessage("Log.Fetch.TooLarge", source.Display, limit.ToString(CultureInfo.InvariantCulture)));

    public static FetchFailedException TimedOut(SourceAddress source, Exception inner) =>
        new(new LocalizedMessage("Log.Fetch.TimedOut", source.Display), inner) { Cause = "timeout " + source.Request.Host };

    /// <summary>A connection that could not be made, was refused by the address rules, or broke.</summary>
    public static FetchFailedException Connection(SourceAddress source, Exception failure)
    {
        if (InnerOf<AddressRefusedException>(failure) is { } refused)
            return new FetchFailedException(new LocalizedMessage("Log.Fetch.AddressRefused", refused.Host), failure);
        var detail = InnerOf<SocketException>(failure)?.SocketErrorCode.ToString()
            ?? (failure as HttpRequestException)?.HttpRequestError.ToString()
            ?? (failure as HttpIOException)?.HttpRequestError.ToString()
            ?? failure.GetType().Name;
        return new FetchFailedException(new LocalizedMessage("Log.Fetch.Connection", source.Display, detail), failure)
        {
            IsTransient = true,
            Cause = $"{detail} {source.Request.Host}",
        };
    }

    private static T? InnerOf<T>(Exception failure)
        where T : Exception
    {
        for (var current = failure; current is not null; current = current.InnerException)
        {
            if (current is T found)
                return found;
        }
        return null;
    }
}
