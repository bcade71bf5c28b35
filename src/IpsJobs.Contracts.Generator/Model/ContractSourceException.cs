using System;

namespace IpsJobs.Contracts.Generator.Model;

/// <summary>A file of the contract cannot be used; carries what the build error needs.</summary>
internal sealed class ContractSourceException(string id, string detail) : Exception(detail)
{
    /// <summary>The id of the diagnostic to report.</summary>
    public string Id { get; } = id;
}
