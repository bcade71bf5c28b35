using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Handles;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Moves a folder into another one, with everything in it.</summary>
internal sealed class MoveFolder(FolderChanges folders) : IOperation
{
    public string Name => "moveFolder";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (MoveFolderParam)call.Param;
        var path = await folders.MoveAsync(call.Request, param.CompanyHandle, param.FolderHandle, param.DestFolderHandle, cancellationToken);
        return new MoveFolderReturn { FolderHandle = new FolderHandle(path).ToString(call.Dialect.Folders) };
    }
}
