namespace IpsJobs.Soap.Security;

/// <summary>A header that this server does not know insists on being understood; SOAP has a fault of its own for that.</summary>
internal sealed class MustUnderstandException(string header) : Exception($"Header '{header}' is not understood")
{
    /// <summary>Local name of the header.</summary>
    public string Header { get; } = header;
}
