using IpsJobs.Contracts;

namespace IpsJobs.Soap.Operations;

/// <summary>One operation of the API.</summary>
public interface IOperation
{
    /// <summary>Name in the contract, e.g. <c>submitJob</c>.</summary>
    string Name { get; }

    /// <summary>Answers a call of an authenticated caller with some role that may call it; required parameters are there.</summary>
    /// <exception cref="Core.Faults.RuleViolationException">The first rule that the request breaks.</exception>
    ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken);
}
