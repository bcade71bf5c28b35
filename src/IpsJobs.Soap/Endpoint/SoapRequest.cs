using IpsJobs.Soap.Envelopes;
using IpsJobs.Soap.Security;

namespace IpsJobs.Soap.Endpoint;

/// <summary>A request as far as it has been read: a fault is formed by what came before the mistake.</summary>
internal sealed class SoapRequest(SoapVersion guess)
{
    /// <summary>A guess by Content-Type until the envelope has been seen.</summary>
    public SoapVersion Soap { get; set; } = guess;

    public RequestHeader Header { get; } = new();

    /// <summary>False while bytes of the body may be left on the connection.</summary>
    public bool IsBodyRead { get; set; }

    /// <summary>Null until the whole request has been read.</summary>
    public ParsedCall? Call { get; set; }
}
