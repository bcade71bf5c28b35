using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;

namespace IpsJobs.Soap.Operations.Accounts;

/// <summary>Makes up a strong password; no account changes.</summary>
internal sealed class GeneratePassword : IOperation
{
    public string Name => "generatePassword";

    public ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken) =>
        new(new GeneratePasswordReturn { Password = PasswordGenerator.Next() });
}
