using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;

namespace IpsJobs.Server.Client;

/// <summary>A small SOAP 1.1 client of any server that speaks the API, this one or the hosted one.</summary>
/// <param name="http">Connections.</param>
/// <param name="service">Address of the service.</param>
/// <param name="credentials">Who calls.</param>
/// <param name="locale">Language of messages; null leaves it to the server.</param>
public sealed class IpsClient(HttpClient http, Uri service, Credentials credentials, string? locale = null)
{
    private static readonly XmlReaderSettings ReaderSettings = new() { DtdProcessing = DtdProcessing.Prohibit, IgnoreWhitespace = true };

    /// <summary>Calls an operation in the newest version of the API.</summary>
    /// <typeparam name="TReply">Type of the reply element.</typeparam>
    /// <exception cref="IpsFaultException">The server answered with a fault.</exception>
    public async Task<TReply> CallAsync<TReply>(string operation, IContractType param, CancellationToken cancellationToken)
        where TReply : IContractType
    {
        var called = Find(operation);
        var envelope = SoapText.Envelope(
            credentials,
            ContractVersion.Latest,
            xml => new ContractWriter(xml, ContractVersion.Latest, TimeZoneInfo.Utc).WriteMessage(called.RequestElement, param),
            locale);
        return (TReply)(await PostAsync(called, envelope, cancellationToken)).Message;
    }

    /// <summary>Posts a request element as it stands, wrapped into an envelope with the client's credentials.</summary>
    /// <exception cref="IpsFaultException">The server answered with a fault.</exception>
    public Task<IpsReply> PostElementAsync(XElement request, CancellationToken cancellationToken)
    {
        var envelope = Wrap(request);
        var operation = ContractOperations.FindByRequestElement(request.Name.LocalName)
            ?? throw new InvalidDataException($"'{request.Name.LocalName}' is no request of the API");
        return PostAsync(operation, envelope, cancellationToken);
    }

    /// <summary>The envelope that <see cref="PostElementAsync"/> sends.</summary>
    public string Wrap(XElement request)
    {
        var version = ContractVersion.Find(request.Name.NamespaceName) ?? ContractVersion.Latest;
        return SoapText.Envelope(credentials, version, request.WriteTo, locale);
    }

    private static ContractOperation Find(string operation) =>
        ContractOperations.Find(operation) ?? throw new ArgumentException($"'{operation}' is no operation of the API", nameof(operation));

    private async Task<IpsReply> PostAsync(ContractOperation operation, string envelope, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(envelope));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/xml", "utf-8");
        using var request = new HttpRequestMessage(HttpMethod.Post, service) { Content = content };
        request.Headers.Add("SOAPAction", $"\"{operation.Name}\"");
        using var response = await http.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return new IpsReply(Read(operation, text, (int)response.StatusCode), text);
    }

    private static IContractType Read(ContractOperation operation, string envelope, int status)
    {
        using var xml = XmlReader.Create(new StringReader(envelope), ReaderSettings);
        try
        {
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element)
                    continue;
                if (xml.LocalName == "Fault")
                    throw ReadFault(xml);
                if (xml.LocalName == operation.ReplyElement)
                    return operation.ReadReply(
                        new ContractReader(xml, ContractVersion.Find(xml.NamespaceURI) ?? ContractVersion.Latest));
            }
        }
        catch (XmlException malformed)
        {
            throw new HttpRequestException($"The server answered HTTP {status} without a SOAP envelope", malformed);
        }

        throw new HttpRequestException($"The server answered HTTP {status} without '{operation.ReplyElement}'");
    }

    private static IpsFaultException ReadFault(XmlReader xml)
    {
        var fault = (XElement)XNode.ReadFrom(xml);
        var code = fault.Descendants().FirstOrDefault(e => e.Name.LocalName == "code");
        var reason = fault.Descendants().FirstOrDefault(e => e.Name.LocalName == "reason")?.Value;
        return new IpsFaultException(
            code?.Parent?.Name.LocalName ?? "fault",
            int.TryParse(code?.Value, CultureInfo.InvariantCulture, out var number) ? number : 0,
            reason ?? fault.Value);
    }
}
