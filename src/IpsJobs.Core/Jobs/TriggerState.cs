namespace IpsJobs.Core.Jobs;

/// <summary>States of a scheduled job; names are the API's. A trigger that will never fire again is removed, so no row is ever Complete.</summary>
public enum TriggerState
{
    /// <summary>Unknown trigger; never stored.</summary>
    None = 0,

    /// <summary>Waits for its next fire time.</summary>
    Normal = 1,

    /// <summary>Does not fire; the next fire time is still shown.</summary>
    Paused = 2,

    /// <summary>Its time came while its own instance was alive; one fire is pending.</summary>
    Blocked = 3,

    /// <summary>The next fire time could not be computed or the instance could not be created.</summary>
    Error = 4,

    /// <summary>Will never fire again; only seen in the history.</summary>
    Complete = 5,
}
