namespace IpsJobs.Core.Submission;

/// <summary>What a running upload session has to do next.</summary>
public enum UploadNext
{
    /// <summary>Files wait to be processed.</summary>
    Files = 0,

    /// <summary>Nothing: it has been moved to WaitingClient.</summary>
    Wait = 1,

    /// <summary>All files are done and no more come.</summary>
    End = 2,

    /// <summary>Somebody asked it to stop.</summary>
    Stop = 3,
}
