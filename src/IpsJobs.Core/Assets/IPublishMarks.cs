namespace IpsJobs.Core.Assets;

/// <summary>Tells quickly whether anything that a publish reads has changed since it last looked.</summary>
public interface IPublishMarks
{
    /// <summary>Stands for the assets to publish in a context: the same text only when they are the same and unchanged.</summary>
    Task<string> FindSelectionAsync(int companyId, int contextId, bool all, CancellationToken cancellationToken);

    /// <summary>Stands for what is recorded of a target.</summary>
    /// <returns>Null when some asset was reset, so that it has to be published again.</returns>
    Task<string?> FindRecordedAsync(int serverId, int contextId, CancellationToken cancellationToken);
}
