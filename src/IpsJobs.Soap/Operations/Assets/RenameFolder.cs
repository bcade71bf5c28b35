using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Handles;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Gives a folder another name, with everything in it.</summary>
internal sealed class RenameFolder(FolderChanges folders) : IOperation
{
    public string Name => "renameFolder";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (RenameFolderParam)call.Param;
        var path = await folders.RenameAsync(call.Request, param.CompanyHandle, param.FolderHandle, param.FolderName, cancellationToken);
        return new RenameFolderReturn { FolderHandle = new FolderHandle(path).ToString(call.Dialect.Folders) };
    }
}
