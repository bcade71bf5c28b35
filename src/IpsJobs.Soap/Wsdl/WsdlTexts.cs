using System.Collections.Concurrent;
using System.Security;
using IpsJobs.Contracts;

namespace IpsJobs.Soap.Wsdl;

/// <summary>The WSDL of each version, derived once; only the address differs from one caller to the next.</summary>
internal sealed class WsdlTexts
{
    private const string Placeholder = "urn:ipsjobs:service-address";

    private readonly ConcurrentDictionary<ContractVersion, string> _texts = new();

    /// <summary>The version of that name, empty for the unversioned API; null when no WSDL of it is known.</summary>
    public static ContractVersion? FindVersion(string name) => ContractVersion.All.FirstOrDefault(version => version.Name == name);

    public string Get(ContractVersion version, string serviceUrl) => _texts
        .GetOrAdd(version, static known => WsdlDocument.For(known, Placeholder))
        .Replace(Placeholder, SecurityElement.Escape(serviceUrl), StringComparison.Ordinal);
}
