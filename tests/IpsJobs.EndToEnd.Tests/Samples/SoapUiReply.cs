using System.Xml.Linq;
using IpsJobs.Contracts;
using IpsJobs.EndToEnd.Tests.OverTheWire;

namespace IpsJobs.EndToEnd.Tests.Samples;

/// <summary>A reply as the assertions of a request step look at it.</summary>
internal sealed class SoapUiReply(string text, XNamespace soap)
{
    private readonly XDocument document = XDocument.Parse(text);

    public XDocument Document => document;

    private XElement Body => document.Root!.Element(soap + "Body")!;

    private bool IsFault => Body.Element(soap + "Fault") is not null;

    /// <summary>What is wrong with the reply by this assertion; null when it holds.</summary>
    /// <param name="type">What SoapUI calls this kind of assertion in its files; two of them read like their opposites.</param>
    /// <param name="configuration">The assertion's own settings.</param>
    /// <param name="expand">Replaces properties by their values.</param>
    /// <exception cref="NotSupportedException">Nothing is known of this type, so it cannot be checked.</exception>
    public string? Check(string type, XElement configuration, Func<string, string> expand) => type switch
    {
        "SOAP Response" => document.Root!.Name == soap + "Envelope" ? null : "is no envelope of its SOAP version",
        "SOAP Fault Assertion" => IsFault ? "is a fault" : null,
        "Not SOAP Fault Assertion" => IsFault ? null : "is no fault",
        "Schema Compliance" => string.Join("; ", SchemaErrors()) is { Length: > 0 } errors ? errors : null,
        "XPath Match" => Match(expand(configuration.Element("path")!.Value), expand(configuration.Element("content")!.Value)),
        _ => throw new NotSupportedException($"An assertion of type '{type}' is not understood."),
    };

    private IReadOnlyList<string> SchemaErrors()
    {
        var message = Body.Elements().Single();
        return ReplySchema.FindErrors(ContractVersion.Find(message.Name.NamespaceName)!, message);
    }

    // SoapUI is content when one of the selected nodes has the text.
    private string? Match(string path, string content)
    {
        var values = SoapUiXPath.Evaluate(document, path);
        return values.Contains(content) ? null : $"has [{string.Join(", ", values)}] and not [{content}] at {path}";
    }
}
