using System.Security.Cryptography;
using System.Text;
using System.Xml;
using IpsJobs.Contracts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Soap.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IpsJobs.Soap.Faults;

/// <summary>The one table from exceptions to faults.</summary>
internal sealed class FaultTable(IMessageRenderer renderer, ILogger<FaultTable> logger)
{
    private const int MaxDetail = 200;

    /// <summary>The fault that answers <paramref name="exception"/>.</summary>
    /// <remarks>What is unknown is logged and becomes a fault with a reference to the log.</remarks>
    /// <param name="exception">What ended the request.</param>
    /// <param name="locale">Language of the reason; null means the server's.</param>
    public Fault Describe(Exception exception, string? locale)
    {
        if (exception is MustUnderstandException header)
            return new Fault(header.Message, Detail: null);
        var violation = Violation(exception);
        var detail = FaultDetail.Create(violation.Code, renderer.Render(violation.Reason, locale));
        return new Fault(detail.Element, detail);
    }

    private RuleViolationException Violation(Exception exception) => exception switch
    {
        RuleViolationException violation => violation,
        ContractFormatException format => Violations.InvalidRequestXml(format.Detail),
        XmlException malformed => Violations.InvalidRequestXml(Detail(malformed.Message)),
        DecoderFallbackException => Violations.InvalidRequestXml("Bytes that are illegal in the character encoding"),
        InvalidDataException => Violations.InvalidRequestXml("The compressed body is damaged"),
        BadHttpRequestException => Violations.InvalidRequestXml("The body could not be received"),
        StateConflictException => new RuleViolationException(FaultCodes.Exception, new LocalizedMessage("Fault.StateConflict")),
        _ => Unexpected(exception),
    };

    private RuleViolationException Unexpected(Exception exception)
    {
        var reference = Convert.ToHexString(RandomNumberGenerator.GetBytes(5));
        logger.LogError(exception, "Internal error {Reference}", reference);
        return Violations.Unexpected(reference);
    }

    // What the parser says about a DTD is advice to whoever set up the parser.
    private static string Detail(string message) =>
        message.Contains("DTD", StringComparison.Ordinal) ? "A document type declaration is not allowed"
        : message.Length <= MaxDetail ? message
        : message[..MaxDetail] + "…";
}
