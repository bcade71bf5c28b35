namespace IpsJobs.Core.Outbox;

/// <summary>What the administrators of a company are warned of.</summary>
public enum WarningKind
{
    /// <summary>Assets are about to leave the trash.</summary>
    Trash = 0,

    /// <summary>The disk is running full; such a warning reaches to the end of time, until it is forgotten.</summary>
    DiskSpace = 1,
}
