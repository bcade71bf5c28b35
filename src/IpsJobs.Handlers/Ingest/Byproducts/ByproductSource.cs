using IpsJobs.Core.Assets;

namespace IpsJobs.Handlers.Ingest;

/// <summary>A committed asset that further assets may be made of.</summary>
/// <param name="Asset">The asset as stored.</param>
/// <param name="ItemKey">Key of its row; keys of its parts begin with it.</param>
/// <param name="OriginalPath">Its file, absolute; never to be changed.</param>
/// <param name="Settings">What the job says about its files.</param>
public sealed record ByproductSource(StoredAsset Asset, string ItemKey, string OriginalPath, UploadSettings Settings);
