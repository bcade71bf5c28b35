namespace IpsJobs.Core.Outbound;

/// <summary>A host resolves to an address that the server may not call.</summary>
public sealed class AddressRefusedException(string host) : IOException($"Host '{host}' resolves to a private address")
{
    public string Host { get; } = host;
}
