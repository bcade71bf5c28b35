namespace IpsJobs.Contracts.Tests.Support;

/// <summary>Every element that can be the root of a message, with its type and reader.</summary>
internal static class Messages
{
    public static IReadOnlyList<ContractRoot> All { get; } =
    [
        new("authHeader", typeof(AuthHeader), AuthHeader.Read, ContractVersion.V20140403),
        .. ContractOperations.All.SelectMany(operation => new ContractRoot[]
        {
            new(operation.RequestElement, operation.RequestType, operation.ReadRequest, operation.Since),
            new(operation.ReplyElement, operation.ReplyType, operation.ReadReply, operation.Since),
        }),
    ];

    public static ContractRoot Get(string element) => All.Single(root => root.Element == element);
}
