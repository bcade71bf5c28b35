using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Faults;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Lists the members of a set in their order; one that is gone is left out.</summary>
internal sealed class GetImageSetMembers(AssetScope scope, AssetLookup lookup, IAssetStore assets, AssetMapping mapping) : IOperation
{
    public string Name => "getImageSetMembers";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (GetImageSetMembersParam)call.Param;
        var company = await scope.RequireAsync(call, param.CompanyHandle, cancellationToken);
        var set = await lookup.RequireAsync(company.CompanyId, param.AssetHandle, "assetHandle", cancellationToken);
        if (!AssetTypeRule.IsSet(set.Content.Type))
            throw Violations.InvalidHandle(param.AssetHandle!, "assetHandle");
        var members = await assets.ListMembersAsync(set.AssetId, cancellationToken);
        var known = (await assets.FindManyAsync(company.CompanyId, [.. members.Select(member => member.AssetId).Distinct()], cancellationToken))
            .ToDictionary(asset => asset.AssetId);
        var array = new ImageSetMemberArray();
        foreach (var member in members.Where(member => known.ContainsKey(member.AssetId)))
        {
            array.Items.Add(new ImageSetMember
            {
                Asset = await mapping.ToContractAsync(known[member.AssetId], company, call, cancellationToken),
                PageReset = member.PageReset,
            });
        }

        return FieldFilter.Apply(
            new GetImageSetMembersReturn { MemberArray = array }, param.ResponseFieldArray, param.ExcludeFieldArray);
    }
}
