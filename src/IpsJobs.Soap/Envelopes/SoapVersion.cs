using System.Xml;
using IpsJobs.Soap.Faults;

namespace IpsJobs.Soap.Envelopes;

/// <summary>A version of SOAP, known by the namespace of the envelope; a request is answered in its own.</summary>
internal abstract class SoapVersion
{
    public static SoapVersion Soap11 { get; } = new Soap11();

    public static SoapVersion Soap12 { get; } = new Soap12();

    public abstract string Namespace { get; }

    /// <summary>Prefix of the envelope in replies.</summary>
    public abstract string Prefix { get; }

    /// <summary>Content type of replies; clients decode text without a charset as ASCII, so it is always there.</summary>
    public abstract string ContentType { get; }

    /// <summary>Name of the attribute that says whom a header is for.</summary>
    public abstract string ActorAttribute { get; }

    /// <summary>The version with this envelope namespace, or null.</summary>
    public static SoapVersion? Find(string namespaceUri) =>
        namespaceUri == Soap11.Namespace ? Soap11
        : namespaceUri == Soap12.Namespace ? Soap12
        : null;

    /// <summary>The version to answer in when the envelope could not be read.</summary>
    public static SoapVersion Guess(string? contentType) =>
        contentType is not null && contentType.StartsWith("application/soap+xml", StringComparison.OrdinalIgnoreCase) ? Soap12 : Soap11;

    /// <summary>True when a header for <paramref name="actor"/> is for this server.</summary>
    public abstract bool IsForUs(string actor);

    /// <summary>Writes the fault as the content of the body.</summary>
    public abstract void WriteFault(XmlWriter xml, Fault fault);
}
