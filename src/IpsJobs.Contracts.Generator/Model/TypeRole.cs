namespace IpsJobs.Contracts.Generator.Model;

/// <summary>What a generated class stands for in the schema.</summary>
internal enum TypeRole
{
    /// <summary>A named complex type.</summary>
    Complex,

    /// <summary>A global element with a type of its own: a request, a reply or the header.</summary>
    Root,

    /// <summary>A fault detail; its namespace is the same in every version.</summary>
    Fault,
}
