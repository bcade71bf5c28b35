namespace IpsJobs.Core.Assets;

/// <summary>Adds an asset under a reserved name.</summary>
/// <param name="CompanyId">Owner.</param>
/// <param name="Name">Unique in company and name space.</param>
/// <param name="NameSpace">Where the name must be unique.</param>
/// <param name="ReadyForPublish">Mark for all publish contexts.</param>
/// <param name="Content">File and type facts.</param>
/// <param name="UserId">Creator.</param>
public sealed record AddAsset(int CompanyId, string Name, NameSpace NameSpace, bool ReadyForPublish, AssetContent Content, int UserId)
    : AssetChange(UserId);
