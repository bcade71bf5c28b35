namespace IpsJobs.Server.Hosting;

/// <summary>What the command line decides about a server.</summary>
/// <param name="DataPath">Data folder; created when missing.</param>
public sealed record ServeSettings(string DataPath)
{
    /// <summary>Addresses to listen on, separated by semicolons; port 0 takes any free one.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:5080";

    /// <summary>Zone of schedules and dates (IANA id); null leaves it to the configuration.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Settings that beat files and environment.</summary>
    public IReadOnlyDictionary<string, string?> Overrides { get; init; } = new Dictionary<string, string?>();

    /// <summary>Keeps the console to warnings.</summary>
    public bool Quiet { get; init; }

    /// <summary>The last word on the server's parts, for a host that puts its own in their place, e.g. a clock that it moves.</summary>
    public Action<IServiceCollection> Replace { get; init; } = _ => { };
}
