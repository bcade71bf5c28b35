using IpsJobs.Core.Accounts;

namespace IpsJobs.Soap.Security;

/// <summary>What the SOAP header of a request says; filled while it is read, so that a fault knows what came before the mistake.</summary>
internal sealed class RequestHeader
{
    private const int DefaultFaultStatus = 500;

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>As sent, not checked.</summary>
    public string? Locale { get; set; }

    /// <summary>As sent, not checked.</summary>
    public int? FaultHttpStatusCode { get; set; }

    /// <summary>False when the client asked not to get compressed replies.</summary>
    public bool AllowsGzip { get; set; } = true;

    /// <summary>Null unless both user and password are there; a password may be empty.</summary>
    public Credentials? Credentials =>
        string.IsNullOrWhiteSpace(User) || Password is null ? null : new Credentials(User.Trim(), Password);

    /// <summary>HTTP status of faults: 500, or what the client asked for because its platform hides the body of a 500.</summary>
    /// <remarks>A status that HTTP does not let carry a body is not honoured: the fault would be lost.</remarks>
    public int FaultStatus => FaultHttpStatusCode switch
    {
        204 or 205 or 304 => DefaultFaultStatus,
        >= 200 and <= 599 => FaultHttpStatusCode.Value,
        _ => DefaultFaultStatus,
    };
}
