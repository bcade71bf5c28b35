namespace IpsJobs.Contracts;

/// <summary>A type of the contract that can be written and checked for completeness.</summary>
public interface IContractType
{
    /// <summary>Writes the children in schema order, only those that the writer's version has.</summary>
    void WriteContent(ContractWriter writer);

    /// <summary>The path of the first required element that is absent, or null when the value is complete.</summary>
    /// <remarks>
    /// A path looks like <c>uploadUrlsJob/urlArray/items[2]/sourceUrl</c>; items count from 1. A required string that is
    /// empty counts as absent. What the version lacks is not required.
    /// </remarks>
    string? FindMissing(ContractVersion version);
}
