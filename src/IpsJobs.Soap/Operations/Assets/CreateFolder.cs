using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Handles;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Makes a folder and those above it.</summary>
internal sealed class CreateFolder(FolderChanges folders) : IOperation
{
    public string Name => "createFolder";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (CreateFolderParam)call.Param;
        var path = await folders.CreateAsync(call.Request, param.CompanyHandle, param.FolderPath, cancellationToken);
        return new CreateFolderReturn { FolderHandle = new FolderHandle(path).ToString(call.Dialect.Folders) };
    }
}
