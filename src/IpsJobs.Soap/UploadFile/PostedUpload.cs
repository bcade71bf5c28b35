using IpsJobs.Contracts;
using IpsJobs.Soap.Operations;
using IpsJobs.Soap.Operations.Jobs;

namespace IpsJobs.Soap.UploadFile;

/// <summary>The operation <c>uploadPost</c> with the files of one request.</summary>
internal sealed class PostedUpload(UploadPostOperation operation, UploadForm form) : IOperation
{
    public string Name => operation.Name;

    public ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken) =>
        form.Refusal is { } refusal ? throw refusal : operation.AnswerAsync(call, form.Files, cancellationToken);
}
