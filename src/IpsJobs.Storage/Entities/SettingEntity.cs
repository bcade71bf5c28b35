namespace IpsJobs.Storage.Entities;

/// <summary>A number the store keeps for itself.</summary>
internal sealed class SettingEntity
{
    /// <summary>Counts changes of companies, users and publish targets, so that every process knows when to read them again.</summary>
    public const string AccountRevision = "AccountRevision";

    public string Name { get; set; } = "";

    public long Value { get; set; }
}
