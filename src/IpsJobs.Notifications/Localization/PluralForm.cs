namespace IpsJobs.Notifications.Localization;

/// <summary>The form of a noun beside a whole number.</summary>
internal enum PluralForm
{
    /// <summary>All numbers that need no form of their own.</summary>
    Other = 0,

    /// <summary>The singular.</summary>
    One = 1,
}
