namespace IpsJobs.Contracts.Generator.Model;

/// <summary>An operation, its body elements and the first version that has it.</summary>
internal sealed record OperationModel(string Name, string RequestElement, string ReplyElement, int Since)
{
    public string MethodName => Naming.Pascal(Name);

    public string RequestClass => Naming.Pascal(RequestElement);

    public string ReplyClass => Naming.Pascal(ReplyElement);
}
