namespace IpsJobs.Core.Outbox;

/// <summary>An HTTP notification that is due because an instance ended.</summary>
/// <param name="Url">Address exactly as given in the job.</param>
public sealed record NewNotification(string Url);
