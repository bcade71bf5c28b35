using System.Collections.Frozen;

namespace IpsJobs.Soap.Operations;

/// <summary>The operations that this server has.</summary>
internal sealed class OperationTable(IEnumerable<IOperation> operations)
{
    private readonly FrozenDictionary<string, IOperation> _byName = operations.ToFrozenDictionary(o => o.Name, StringComparer.Ordinal);

    public IReadOnlySet<string> Names { get; } = operations.Select(operation => operation.Name).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Null when the contract has the operation but this server does not.</summary>
    public IOperation? Find(string name) => _byName.GetValueOrDefault(name);
}
