using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Handles;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Soap.Operations.Jobs;

/// <summary>Lists the rows of all jobs that reference an asset, oldest first.</summary>
internal sealed class GetAssetJobLogs(
    CompanyAccess companies, AssetLookup assets, IJobQueries queries, LogRowMapping rows) : IOperation
{
    private const int MaxRows = 1000;
    private const string HandlePath = "assetHandle";

    public string Name => "getAssetJobLogs";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (GetAssetJobLogsParam)call.Param;
        if (!AssetHandle.TryParse(param.AssetHandle, out _))
            throw Violations.InvalidHandle(param.AssetHandle ?? "", HandlePath);
        var company = await companies.RequireCompanyAsync(call.Request, param.CompanyHandle, cancellationToken);
        var asset = await assets.RequireAsync(company.CompanyId, param.AssetHandle, HandlePath, cancellationToken);
        var found = await queries.ListAssetLogsAsync(company.CompanyId, asset.AssetId, MaxRows, cancellationToken);
        var array = new AssetJobLogArray();
        foreach (var entry in found.Where(entry => OwnLogs.MaySee(entry.Instance, call.Request.Caller)))
            array.Items.Add(rows.ToContract(entry, call));
        return new GetAssetJobLogsReturn { JobLogArray = array };
    }
}
