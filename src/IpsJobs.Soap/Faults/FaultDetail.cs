using System.Xml;
using IpsJobs.Contracts;

namespace IpsJobs.Soap.Faults;

/// <summary>The detail of a fault: one of the API's three fault elements.</summary>
/// <remarks>It is written in the unversioned namespace whatever the version of the request, as the WSDLs declare it;
/// in a versioned namespace typed clients do not find their fault.</remarks>
internal sealed record FaultDetail(string Element, int Code, IContractType Content)
{
    public void WriteTo(XmlWriter xml) =>
        new ContractWriter(xml, ContractVersion.Unversioned, TimeZoneInfo.Utc).WriteMessage(Element, Content);

    /// <summary>The element of the code's range.</summary>
    public static FaultDetail Create(int code, string reason) => code switch
    {
        < 20000 => new("authenticationFault", code, new AuthenticationFault { Code = code, Reason = reason }),
        < 30000 => new("authorizationFault", code, new AuthorizationFault { Code = code, Reason = reason }),
        _ => new("ipsApiFault", code, new IpsApiFault { Code = code, Reason = reason }),
    };
}
