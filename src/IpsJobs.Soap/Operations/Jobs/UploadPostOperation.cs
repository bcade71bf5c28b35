using IpsJobs.Contracts;
using IpsJobs.Core.Submission;

namespace IpsJobs.Soap.Operations.Jobs;

/// <summary>Opens, continues or ends an upload session without sending files; those come to the upload servlet.</summary>
internal sealed class UploadPostOperation(UploadSessions sessions) : IOperation
{
    public string Name => "uploadPost";

    public ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken) =>
        AnswerAsync(call, files: [], cancellationToken);

    /// <summary>The same request with files; their handle is answered in instance form.</summary>
    public async ValueTask<IContractType> AnswerAsync(
        OperationCall call, IReadOnlyList<ReceivedFile> files, CancellationToken cancellationToken)
    {
        var handle = await sessions.AcceptAsync(call.Request, (UploadPostParam)call.Param, files, cancellationToken);
        return new UploadPostReturn { JobHandle = handle.ToString(call.Handles) };
    }
}
