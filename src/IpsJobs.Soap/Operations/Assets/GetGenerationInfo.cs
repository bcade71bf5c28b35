using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;
using IpsJobs.Soap.Operations.Jobs;
using Company = IpsJobs.Core.Accounts.Company;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Tells what was made from one asset, how another was made, or both.</summary>
internal sealed class GetGenerationInfo(AssetScope scope, AssetLookup lookup, GenerationMapping generations) : IOperation
{
    public string Name => "getGenerationInfo";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (GetGenerationInfoParam)call.Param;
        var engine = Blank.ToNull(ListRules.OneOf(GenerationEngines.All, param.Engine, "", "engine"));
        if (Blank.ToNull(param.OriginatorHandle) is null && Blank.ToNull(param.GeneratedHandle) is null)
            throw Violations.Missing("originatorHandle");
        var company = await scope.RequireAsync(call, param.CompanyHandle, cancellationToken);
        var array = await FindAsync(param, engine, company, call, cancellationToken);
        return FieldFilter.Apply(
            new GetGenerationInfoReturn { GenerationArray = array }, param.ResponseFieldArray, param.ExcludeFieldArray);
    }

    private async Task<GenerationInfoArray> FindAsync(
        GetGenerationInfoParam param, string? engine, Company company, OperationCall call, CancellationToken cancellationToken)
    {
        var array = new GenerationInfoArray();
        if (Blank.ToNull(param.OriginatorHandle) is { } source)
        {
            var asset = await lookup.RequireAsync(company.CompanyId, source, "originatorHandle", cancellationToken);
            array = await generations.MadeAsync(asset, engine, company, call, cancellationToken);
        }

        if (Blank.ToNull(param.GeneratedHandle) is { } made)
        {
            var asset = await lookup.RequireAsync(company.CompanyId, made, "generatedHandle", cancellationToken);
            array.Items.AddRange((await generations.MakersAsync(asset, engine, company, call, cancellationToken)).Items);
        }

        return array;
    }
}
