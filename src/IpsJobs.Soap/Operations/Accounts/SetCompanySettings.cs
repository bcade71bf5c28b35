using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;

namespace IpsJobs.Soap.Operations.Accounts;

/// <summary>Changes the settings of a company that its jobs read.</summary>
internal sealed class SetCompanySettings(CompanyChanges companies) : IOperation
{
    public string Name => "setCompanySettings";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (SetCompanySettingsParam)call.Param;
        var change = new CompanySettingsChange
        {
            OverwriteMode = Blank.ToNull(param.OverwriteMode),
            RetainPublishState = param.RetainPublishState,
            DefaultSourceProfileHandle = param.DefaultSourceProfileHandle,
            DefaultDisplayProfileHandle = param.DefaultDisplayProfileHandle,
            IptcExifMappingXsltHandle = param.IptcExifMappingXsltHandle,
            XmpMappingXsltHandle = param.XmpMappingXsltHandle,
            DiskSpaceWarningMin = param.DiskSpaceWarningMin,
            EmailTrashCleanupWarning = param.EmailTrashCleanupWarning,
        };
        await companies.ChangeSettingsAsync(call.Request, param.CompanyHandle, change, cancellationToken);
        return new SetCompanySettingsReturn();
    }
}
