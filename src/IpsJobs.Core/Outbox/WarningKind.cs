namespace IpsJobs.Core.Outbox;

/// <summary>What the administrators of a company are warned of.</summary>
public enum WarningKind
{
    /// <summary>Assets are about to leave the trash.</summary>
    Trash = 0,
}
