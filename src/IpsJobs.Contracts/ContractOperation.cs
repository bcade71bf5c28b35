namespace IpsJobs.Contracts;

/// <summary>An operation of the API.</summary>
/// <param name="RequestElement">Local name of the request's root element; it is what a request is dispatched by.</param>
/// <param name="Since">The first version that has the operation.</param>
/// <param name="ReadRequest">Reads a request from a reader that stands on its root element.</param>
/// <param name="ReadReply">Reads a reply from a reader that stands on its root element.</param>
public sealed record ContractOperation(
    string Name,
    string RequestElement,
    string ReplyElement,
    Type RequestType,
    Type ReplyType,
    ContractVersion Since,
    Func<ContractReader, IContractType> ReadRequest,
    Func<ContractReader, IContractType> ReadReply);
