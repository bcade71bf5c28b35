namespace IpsJobs.Core.Submission;

/// <summary>Whether an upload session takes more requests; the numbers are stored.</summary>
public enum UploadSessionState
{
    /// <summary>The client may send more.</summary>
    Open = 0,

    /// <summary>The client said that nothing more comes.</summary>
    Ended = 1,

    /// <summary>The client was silent for too long.</summary>
    TimedOut = 2,
}
