using IpsJobs.Contracts;
using IpsJobs.Core.Assets;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Removes a folder with its subfolders; the assets in them go into the trash.</summary>
internal sealed class DeleteFolder(FolderChanges folders) : IOperation
{
    public string Name => "deleteFolder";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (DeleteFolderParam)call.Param;
        await folders.DeleteAsync(call.Request, param.CompanyHandle, param.FolderHandle, cancellationToken);
        return new DeleteFolderReturn();
    }
}
