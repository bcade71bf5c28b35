namespace IpsJobs.Core.Configuration;

/// <summary>Rules for addresses the server calls on behalf of a request: source URLs and completion URLs (section <c>Outbound</c>).</summary>
public sealed class OutboundOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Outbound";

    /// <summary>Allows loopback, link-local, private and metadata addresses. Off, because a request could otherwise reach into the network of the server.</summary>
    public bool AllowPrivateAddresses { get; set; }
}
