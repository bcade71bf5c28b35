namespace IpsJobs.Core.Configuration;

/// <summary>Addresses of the delivery servers, which clients ask for as system properties (section <c>Properties</c>).</summary>
public sealed class SystemPropertyOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Properties";

    /// <summary>Prefix of the URLs of published images.</summary>
    public string IpsImageServerUrl { get; set; } = "";

    /// <summary>Prefix of the URLs of published videos.</summary>
    public string VideoRootUrl { get; set; } = "";

    /// <summary>Prefix of the URLs of viewers.</summary>
    public string SwfRootUrl { get; set; } = "";

    /// <summary>Prefix of the URLs of drawings that a server renders; empty when there is none.</summary>
    public string SvgRenderRootUrl { get; set; } = "";
}
