using IpsJobs.Contracts;
using IpsJobs.Core.Assets;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Replaces the definition of an asset set.</summary>
internal sealed class SetAssetSetDefinition(SetChanges sets) : IOperation
{
    public string Name => "setAssetSetDefinition";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (SetAssetSetDefinitionParam)call.Param;
        await sets.UpdateAssetSetAsync(
            call.Request, param.CompanyHandle, param.AssetHandle, param.SetDefinition ?? "", thumbnail: null, cancellationToken);
        return new SetAssetSetDefinitionReturn();
    }
}
