using IpsJobs.Contracts;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Lists a folder and all below it, one after the other.</summary>
internal sealed class GetFolders(AssetScope scope, FolderReads folders) : IOperation
{
    public string Name => "getFolders";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (GetFoldersParam)call.Param;
        var company = await scope.RequireAsync(call, param.CompanyHandle, param.AccessUserHandle, param.AccessGroupHandle, cancellationToken);
        var found = await folders.ListAsync(company, param.FolderPath, call, cancellationToken);
        var wanted = await folders.WithTypesAsync(company, found[0].Path!, param.AssetTypeArray, cancellationToken);
        var array = new FolderArray();
        array.Items.AddRange(found.Where(folder => wanted is null || wanted.Contains(folder.Path!)));
        return FieldFilter.Apply(new GetFoldersReturn { FolderArray = array }, param.ResponseFieldArray, param.ExcludeFieldArray);
    }
}
