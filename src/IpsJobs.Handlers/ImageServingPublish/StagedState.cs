using IpsJobs.Core.Accounts;

namespace IpsJobs.Handlers.ImageServingPublish;

/// <summary>The state of the store that staged catalogs stand for.</summary>
internal sealed class StagedState
{
    public PublishContext? Context { get; set; }

    /// <summary>Stands for the assets before they were selected.</summary>
    public string Selection { get; set; } = "";

    /// <summary>Nothing beyond the marked assets has gone into the catalogs.</summary>
    public bool IsPlain { get; set; }
}
