namespace IpsJobs.Core.Jobs;

/// <summary>An item that has its row.</summary>
/// <param name="ItemKey">Its key inside the instance.</param>
/// <param name="LogType">Type of its row.</param>
/// <param name="AssetId">The asset its row speaks of.</param>
public sealed record DoneItem(string ItemKey, string LogType, long AssetId);
