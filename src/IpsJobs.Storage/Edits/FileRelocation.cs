using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Files;

namespace IpsJobs.Storage.Edits;

/// <summary>The original of one asset on its way to another place.</summary>
/// <param name="CompanyId">Owner.</param>
/// <param name="AssetId">The asset, whose row tells in the end which place counts.</param>
/// <param name="From">Where the row says the file is before the change.</param>
/// <param name="To">Where the row says it is after.</param>
/// <param name="FromPath">The file before, relative to the data folder.</param>
/// <param name="ToPath">The file after, relative to the data folder.</param>
internal sealed record FileRelocation(int CompanyId, long AssetId, AssetPlace From, AssetPlace To, string FromPath, string ToPath)
{
    public static FileRelocation Of(DataFolder data, Company company, long assetId, AssetPlace from, AssetPlace to)
    {
        return new FileRelocation(company.CompanyId, assetId, from, to, Relative(from), Relative(to));

        string Relative(AssetPlace place) =>
            Path.GetRelativePath(data.Root, data.Original(company.RootPath, place.Folder, place.FileName));
    }
}
