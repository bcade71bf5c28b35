namespace IpsJobs.Core.Configuration;

/// <summary>What every module needs to know of the server it runs in (section <c>Server</c>).</summary>
public sealed class ServerOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Server";

    /// <summary>Zone in which schedules are evaluated and dates are written (IANA id); empty means the machine's own.</summary>
    public string TimeZone { get; set; } = "";

    /// <summary>Language used when nobody asked for another.</summary>
    public string DefaultLocale { get; set; } = "en";

    /// <summary>Name shown as worker host; empty means the machine's name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Submitter of system jobs and sender of mail when no other sender is set.</summary>
    public string SystemAddress { get; set; } = "ips@localhost";

    /// <summary>Address under which people reach this server, e.g. <c>https://ips.example.com</c>; empty leaves links out of mail.</summary>
    public string PublicUrl { get; set; } = "";
}
