using System.Collections.Concurrent;
using System.Security;
using IpsJobs.Contracts;
using IpsJobs.Soap.Operations;

namespace IpsJobs.Soap.Wsdl;

/// <summary>The WSDL of each version, derived once; only the address differs from one caller to the next.</summary>
/// <remarks>It names the operations that this server has, which need not be all of the contract.</remarks>
internal sealed class WsdlTexts(OperationTable operations)
{
    private const string Placeholder = "urn:ipsjobs:service-address";

    private readonly ConcurrentDictionary<ContractVersion, string> _texts = new();

    /// <summary>The version of that name, empty for the unversioned API; null when no WSDL of it is known.</summary>
    public static ContractVersion? FindVersion(string name) => ContractVersion.All.FirstOrDefault(version => version.Name == name);

    public string Get(ContractVersion version, string serviceUrl) => _texts
        .GetOrAdd(version, known => WsdlDocument.For(known, Placeholder, operations.Names))
        .Replace(Placeholder, SecurityElement.Escape(serviceUrl), StringComparison.Ordinal);
}
