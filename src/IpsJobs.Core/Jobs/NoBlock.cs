using IpsJobs.Contracts;

namespace IpsJobs.Core.Jobs;

/// <summary>Stands in for the block of a job that nobody submitted.</summary>
public sealed class NoBlock : IContractType
{
    public static NoBlock Instance { get; } = new();

    private NoBlock()
    {
    }

    public void WriteContent(ContractWriter writer)
    {
    }

    public string? FindMissing(ContractVersion version) => null;
}
