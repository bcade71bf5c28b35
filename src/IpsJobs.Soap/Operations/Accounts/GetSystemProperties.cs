using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;

namespace IpsJobs.Soap.Operations.Accounts;

/// <summary>Tells all system properties.</summary>
internal sealed class GetSystemProperties(SystemProperties properties) : IOperation
{
    public string Name => "getSystemProperties";

    public ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var array = new PropertyArray();
        array.Items.AddRange(properties.All.Select(property => new Property { Name = property.Key, Value = property.Value }));
        return new(new GetSystemPropertiesReturn { PropertyArray = array });
    }
}
