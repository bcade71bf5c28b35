namespace IpsJobs.Contracts.Generator.Model;

/// <summary>How an element's value is held in C#.</summary>
internal enum ValueKind
{
    String,
    Boolean,
    Int,
    Long,
    Double,
    DateTime,
    Complex,
}
