namespace IpsJobs.Notifications.Templates;

/// <summary>How good the news is; decides a colour, never a word.</summary>
public enum MailTone
{
    /// <summary>All went well.</summary>
    Good = 0,

    /// <summary>Worth a look.</summary>
    Doubtful = 1,

    /// <summary>Something failed.</summary>
    Bad = 2,

    /// <summary>Neither good nor bad, such as a stop.</summary>
    Neutral = 3,
}
