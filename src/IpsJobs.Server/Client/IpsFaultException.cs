namespace IpsJobs.Server.Client;

/// <summary>A server answered with a fault.</summary>
public sealed class IpsFaultException(string fault, int code, string reason) : Exception($"{fault} {code}: {reason}")
{
    /// <summary>Name of the detail element, e.g. <c>authenticationFault</c>.</summary>
    public string Fault { get; } = fault;

    /// <summary>Code of the API; 0 when the fault carries none.</summary>
    public int Code { get; } = code;

    public string Reason { get; } = reason;
}
