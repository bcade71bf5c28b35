namespace IpsJobs.Contracts.Generator.Wsdl;

/// <summary>An operation and the elements of its messages.</summary>
internal sealed record WsdlOperation(string Name, string RequestElement, string ReplyElement);
