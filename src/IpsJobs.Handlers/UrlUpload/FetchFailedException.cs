using IpsJobs.Core.Messages;

namespace IpsJobs.Handlers.UrlUpload;

/// <summary>A source address could not be fetched; the file gets an error row and the job goes on.</summary>
public sealed class FetchFailedException(LocalizedMessage reason, Exception? inner = null) : Exception(reason.Key, inner)
{
    /// <summary>Why, for the job log.</summary>
    public LocalizedMessage Reason { get; } = reason;

    /// <summary>Another attempt may succeed.</summary>
    public bool IsTransient { get; init; }

    /// <summary>Names the broken connection, so that many failures for the same cause can be told; null when the server answered.</summary>
    public string? Cause { get; init; }
}
