using System.Xml.Linq;

namespace IpsJobs.Contracts.Generator.Wsdl;

/// <summary>Namespaces of WSDL 1.1 and XML Schema.</summary>
internal static class WsdlNames
{
    public static readonly XNamespace Wsdl = "http://schemas.xmlsoap.org/wsdl/";
    public static readonly XNamespace Xsd = "http://www.w3.org/2001/XMLSchema";
}
