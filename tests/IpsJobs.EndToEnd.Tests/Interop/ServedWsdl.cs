using IpsJobs.EndToEnd.Tests.Hosting;

namespace IpsJobs.EndToEnd.Tests.Interop;

/// <summary>Where a server has its WSDLs.</summary>
internal static class ServedWsdl
{
    /// <param name="server">The server.</param>
    /// <param name="version">Date of the version; empty for the unversioned API.</param>
    public static Uri Of(RunningServer server, string version) =>
        new(server.Service, version.Length == 0 ? "/scene7/webservice/IpsApi.wsdl" : $"/scene7/webservice/IpsApi-{version}.wsdl");
}
