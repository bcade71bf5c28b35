using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Lists what the archive of an asset holds.</summary>
internal sealed class GetZipEntries(AssetScope scope, AssetLookup lookup, ArchiveListing archives) : IOperation
{
    public string Name => "getZipEntries";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (GetZipEntriesParam)call.Param;
        var company = await scope.RequireAsync(call, param.CompanyHandle, cancellationToken);
        var asset = await lookup.RequireAsync(company.CompanyId, param.AssetHandle, "assetHandle", cancellationToken);
        if (asset.Content.Type != AssetTypes.Zip)
            throw Violations.InvalidHandle(param.AssetHandle!, "assetHandle");
        var entries = await archives.ReadAsync(company, asset, cancellationToken)
            ?? throw Violations.ArchiveUnreadable(asset.Content.FileName);
        var array = new ZipEntryArray();
        array.Items.AddRange(entries.Select(entry => new ZipEntry
        {
            Name = entry.Name,
            IsDirectory = entry.IsFolder,
            LastModified = entry.ModifiedUtc.UtcDateTime,
            CompressedSize = entry.CompressedSize,
            UncompressedSize = entry.Size,
        }));
        return new GetZipEntriesReturn { ZipArray = array };
    }
}
