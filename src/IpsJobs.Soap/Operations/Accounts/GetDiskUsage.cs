using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Configuration;
using Company = IpsJobs.Core.Accounts.Company;
using DiskUsage = IpsJobs.Contracts.DiskUsage;
using Usage = IpsJobs.Core.Assets.DiskUsage;

namespace IpsJobs.Soap.Operations.Accounts;

/// <summary>Tells what the assets of companies take up.</summary>
internal sealed class GetDiskUsage(CompanyAccess companies, IAccountDirectory accounts, IDiskUsage disk, ServerClock clock) : IOperation
{
    private const int Kilobyte = 1024;

    public string Name => "getDiskUsage";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (GetDiskUsageParam)call.Param;
        var open = await companies.AccessibleCompaniesAsync(call.Request, param.CompanyHandle, cancellationToken);
        var array = new DiskUsageArray();
        foreach (var company in await accounts.ListCompaniesAsync(cancellationToken))
        {
            if (open?.Contains(company.CompanyId) != false)
                array.Items.Add(ToContract(company, await disk.MeasureAsync(company.CompanyId, cancellationToken), call));
        }

        return new GetDiskUsageReturn { DiskUsageArray = array };
    }

    private DiskUsage ToContract(Company company, Usage usage, OperationCall call) => new()
    {
        CompanyHandle = company.Handle.ToString(call.Handles),
        CompanyName = company.Name,
        ImageCount = (int)Math.Min(usage.Images, int.MaxValue),
        DiskSpaceUsage = (usage.Bytes + Kilobyte - 1) / Kilobyte,
        // Required by the schema; a company without assets is as new as this moment.
        LastModified = (usage.ModifiedUtc ?? clock.UtcNow).UtcDateTime,
    };
}
