using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using Company = IpsJobs.Core.Accounts.Company;

namespace IpsJobs.Soap.Operations.Accounts;

/// <summary>Tells the settings of a company that its administrators may change.</summary>
internal sealed class GetCompanySettings(CompanyAccess companies, IAssetStore assets) : IOperation
{
    public string Name => "getCompanySettings";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var company = await companies.RequireCompanyAsync(
            call.Request, ((GetCompanySettingsParam)call.Param).CompanyHandle, cancellationToken);
        return new GetCompanySettingsReturn
        {
            Settings = new CompanySettings
            {
                OverwriteMode = company.OverwriteMode,
                RetainPublishState = company.RetainPublishState,
                // Both are required by the schema; without a profile they are empty.
                DefaultSourceProfile = await FindAsync(company, company.DefaultSourceProfileId, call, cancellationToken) ?? new Asset(),
                DefaultDisplayProfile = await FindAsync(company, company.DefaultDisplayProfileId, call, cancellationToken) ?? new Asset(),
                IptcExifMappingXslt = await FindAsync(company, company.IptcExifMappingXsltId, call, cancellationToken),
                XmpMappingXslt = await FindAsync(company, company.XmpMappingXsltId, call, cancellationToken),
                DiskSpaceWarningMin = company.DiskSpaceWarningMin,
                EmailTrashCleanupWarning = company.EmailTrashCleanupWarning,
            },
        };
    }

    private async Task<Asset?> FindAsync(Company company, long? assetId, OperationCall call, CancellationToken cancellationToken)
    {
        var asset = assetId is { } id ? await assets.FindAsync(company.CompanyId, id, cancellationToken) : null;
        return asset is null ? null : SettingAssetMapping.ToContract(asset, call.Handles);
    }
}
