namespace IpsJobs.Core.Outbox;

/// <summary>Warnings to the administrators of companies. What was warned of and the mails that say so become durable together, so that
/// no restart makes a second mail.</summary>
public interface IWarnings
{
    /// <summary>Up to when things were warned of; null when there was no warning yet.</summary>
    Task<DateTimeOffset?> FindReachAsync(int companyId, WarningKind kind, CancellationToken cancellationToken);

    /// <summary>Queues the mails, unless an earlier warning reaches as far.</summary>
    /// <returns>False when one does; nothing is queued then.</returns>
    Task<bool> WarnAsync(NewWarning warning, CancellationToken cancellationToken);

    /// <summary>Has the next warning of the kind sent again, as if there had been none.</summary>
    Task ForgetAsync(int companyId, WarningKind kind, CancellationToken cancellationToken);
}
