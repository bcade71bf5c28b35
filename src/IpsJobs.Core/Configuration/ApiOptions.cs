namespace IpsJobs.Core.Configuration;

/// <summary>How strictly the API's rules are applied (section <c>Api</c>).</summary>
public sealed class ApiOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Api";

    /// <summary>On: only the documented role lists hold. Off: company administrators may do more.</summary>
    public bool StrictRoles { get; set; } = true;

    /// <summary>On: element order and elements of other versions are refused with fault 30003, as the hosted service would.</summary>
    public bool StrictSchema { get; set; }

    /// <summary>First segment of every address, <c>scene7</c> unless a client expects another web application name.</summary>
    public string WebApp { get; set; } = "scene7";

    /// <summary>Largest request body in bytes.</summary>
    public int MaxRequestBytes { get; set; } = 32 * 1024 * 1024;
}
