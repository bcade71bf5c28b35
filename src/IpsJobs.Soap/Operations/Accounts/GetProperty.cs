using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Faults;

namespace IpsJobs.Soap.Operations.Accounts;

/// <summary>Tells one system property.</summary>
internal sealed class GetProperty(SystemProperties properties) : IOperation
{
    public string Name => "getProperty";

    public ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var name = ((GetPropertyParam)call.Param).Name!.Trim();
        return new(new GetPropertyReturn { Value = properties.Find(name) ?? throw Violations.InvalidValue(name, "name") });
    }
}
