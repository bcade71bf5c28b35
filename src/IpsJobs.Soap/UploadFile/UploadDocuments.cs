using System.Xml;
using IpsJobs.Contracts;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Faults;
using IpsJobs.Soap.Dialects;
using IpsJobs.Soap.Envelopes;
using IpsJobs.Soap.Security;
using Microsoft.Extensions.Options;

namespace IpsJobs.Soap.UploadFile;

/// <summary>Reads the two XML documents of an upload request.</summary>
internal sealed class UploadDocuments(IOptions<ApiOptions> options)
{
    private const string Operation = "uploadPost";
    private const string OtherRoot = "uploadPostParams";

    /// <summary>Name and elements of the operation that every upload request calls.</summary>
    public static ContractOperation Contract { get; } =
        ContractOperations.Find(Operation) ?? throw new InvalidOperationException("The contract lacks " + Operation);

    /// <exception cref="RuleViolationException">30003: the document is none of the API.</exception>
    public static void ReadAuth(PooledBuffer document, UploadForm form)
    {
        using var xml = XmlSource.Open(document, charset: null);
        HeaderReader.ReadDocument(xml, form.Header);
    }

    /// <exception cref="RuleViolationException">30003: the document is none of the API, or there has been one already.</exception>
    public void ReadParam(PooledBuffer document, UploadForm form)
    {
        if (form.Param is not null)
            throw Violations.InvalidRequestXml("There is more than one uploadParams part");
        using var xml = XmlSource.Open(document, charset: null);
        if (xml.MoveToContent() != XmlNodeType.Element || (xml.LocalName != Contract.RequestElement && xml.LocalName != OtherRoot))
            throw Violations.InvalidRequestXml("The uploadParams part is no uploadPostParam");
        var version = ContractVersion.Find(xml.NamespaceURI)
            ?? throw Violations.InvalidRequestXml("The uploadParams part is not in a namespace of the API");
        var param = (UploadPostParam)Contract.ReadRequest(new ContractReader(xml, version, options.Value.StrictSchema));
        if (xml.MoveToContent() != XmlNodeType.None)
            throw Violations.InvalidRequestXml("Something follows the uploadPostParam");
        (form.Param, form.Dialect) = (param, Dialect.For(version));
    }
}
