using System.Xml;
using IpsJobs.Contracts;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Faults;
using IpsJobs.Soap.Dialects;
using IpsJobs.Soap.Envelopes;
using IpsJobs.Soap.Operations;
using Microsoft.Extensions.Options;

namespace IpsJobs.Soap.Endpoint;

/// <summary>Reads a whole request. The root element of the body alone decides what it means.</summary>
/// <remarks>SOAPAction cannot decide: by client it is bare, quoted, empty or missing.</remarks>
internal sealed class RequestParser(OperationTable operations, IOptions<ApiOptions> options)
{
    private const string RequestSuffix = "Param";
    private const int MaxQuoted = 80;

    /// <summary>Fills <paramref name="request"/> step by step.</summary>
    /// <param name="body">The whole body.</param>
    /// <param name="charset">The charset of the Content-Type; null when there is none.</param>
    /// <param name="request">Receives SOAP version, header and call.</param>
    /// <exception cref="RuleViolationException">30003 for anything that is no request of the API, 30000 for an operation that
    /// this server does not have.</exception>
    /// <exception cref="XmlException">The body is not well-formed.</exception>
    /// <exception cref="ContractFormatException">The request has an unknown element or an illegal value.</exception>
    public void Parse(PooledBuffer body, string? charset, SoapRequest request)
    {
        using var xml = XmlSource.Open(body, charset);
        request.Soap = EnvelopeReader.ReadStart(xml);
        EnvelopeReader.MoveToRequest(xml, request.Soap, request.Header);
        var call = ReadCall(xml);
        EnvelopeReader.ReadEnd(xml);
        request.Call = call;
    }

    private ParsedCall ReadCall(XmlReader xml)
    {
        var version = ContractVersion.Find(xml.NamespaceURI)
            ?? throw Violations.InvalidRequestXml($"Element '{Quote(xml.LocalName)}' is not in a namespace of the API");
        var contract = ContractOperations.FindByRequestElement(xml.LocalName) ?? throw Unknown(xml.LocalName);
        var operation = operations.Find(contract.Name) ?? throw Violations.OperationUnavailable(contract.Name);
        var strict = options.Value.StrictSchema;
        if (strict && version < contract.Since)
            throw Violations.InvalidRequestXml($"Element '{contract.RequestElement}' is not in version {version}");
        var param = contract.ReadRequest(new ContractReader(xml, version, strict));
        return new ParsedCall(contract, operation, Dialect.For(version), param);
    }

    // The hosted API has ten times as many operations as there are here; its clients should read that, not "bad XML".
    private static RuleViolationException Unknown(string element) =>
        element.EndsWith(RequestSuffix, StringComparison.Ordinal) && element.Length > RequestSuffix.Length
            ? Violations.OperationUnavailable(Quote(element[..^RequestSuffix.Length]))
            : Violations.InvalidRequestXml($"Element '{Quote(element)}' is not a request of the API");

    private static string Quote(string text) => text.Length <= MaxQuoted ? text : text[..MaxQuoted] + "…";
}
