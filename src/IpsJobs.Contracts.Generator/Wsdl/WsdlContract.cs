using System.Collections.Generic;

namespace IpsJobs.Contracts.Generator.Wsdl;

/// <summary>What the WSDL file says, before versions are added.</summary>
internal sealed record WsdlContract(
    string ServiceNamespace,
    string TypesNamespace,
    string BaseNamespace,
    string PortType,
    IReadOnlyList<WsdlType> Types,
    IReadOnlyList<WsdlOperation> Operations);
