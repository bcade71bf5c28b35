using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Handles;
using IpsJobs.Soap.Operations.Jobs;

namespace IpsJobs.Soap.Operations.Accounts;

/// <summary>Shows the profiles and style sheets that the settings of a company name.</summary>
internal static class SettingAssetMapping
{
    public static Asset ToContract(StoredAsset asset, HandleForm form)
    {
        var content = asset.Content;
        var isProfile = content.Type == AssetTypes.IccProfile;
        return new Asset
        {
            AssetHandle = asset.FullHandle.ToString(form),
            Type = content.Type,
            Name = asset.Name,
            FileName = content.FileName,
            Folder = content.Folder,
            ReadyForPublish = asset.ReadyForPublish,
            TrashState = asset.TrashState,
            Created = asset.CreatedUtc.UtcDateTime,
            LastModified = asset.ModifiedUtc.UtcDateTime,
            IccProfileInfo = isProfile
                ? new IccProfileInfo { OriginalPath = content.Folder, OriginalFile = content.FileName, FileSize = content.FileSize }
                : null,
            XslInfo = isProfile
                ? null
                : new XslInfo { OriginalPath = content.Folder, OriginalFile = content.FileName, FileSize = content.FileSize },
        };
    }
}
