namespace IpsJobs.Core.Assets;

/// <summary>Tells quickly whether anything that a publish reads has changed since it last looked.</summary>
public interface IPublishMarks
{
    /// <summary>Stands for all assets of a company and all that is recorded of a target: another text after any change, wanted or not.</summary>
    /// <remarks>Found at once however many assets there are; the other marks add up all of them.</remarks>
    /// <returns>Null while nothing is known of one of the two.</returns>
    Task<string?> FindStampAsync(int companyId, int serverId, CancellationToken cancellationToken);

    /// <summary>Stands for the assets to publish in a context: the same text only when they are the same and unchanged.</summary>
    Task<string> FindSelectionAsync(int companyId, int contextId, bool all, CancellationToken cancellationToken);

    /// <summary>Stands for what is recorded of a target.</summary>
    /// <returns>Null when some asset was reset, so that it has to be published again.</returns>
    Task<string?> FindRecordedAsync(int serverId, int contextId, CancellationToken cancellationToken);
}
