using Microsoft.AspNetCore.Http;

namespace IpsJobs.Soap.Endpoint;

/// <summary>The address a request came from, in one form for one client.</summary>
internal static class ClientAddress
{
    /// <remarks>A client that reaches a server listening on IPv6 by IPv4 is shown in IPv6 form; it is the same client.</remarks>
    public static string Of(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        return (address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address)?.ToString() ?? "";
    }
}
