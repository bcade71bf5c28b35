using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace IpsJobs.EndToEnd.Tests.Samples;

/// <summary>Runs one test case of a SoapUI project: requests, transfers, delays and conditional jumps.</summary>
internal sealed partial class SoapUiRun(SoapUiProject project, XElement testCase, IReadOnlyDictionary<string, string> settings, HttpClient http)
{
    // A job that never ends must not run a test case for ever.
    private const int MaxSteps = 400;

    private static readonly Dictionary<string, (XNamespace Soap, string MediaType)> Versions = new()
    {
        ["1_1"] = ("http://schemas.xmlsoap.org/soap/envelope/", "text/xml"),
        ["1_2"] = ("http://www.w3.org/2003/05/soap-envelope", "application/soap+xml"),
    };

    private readonly Dictionary<string, string> caseProperties = SoapUiProject.PropertiesOf(testCase);
    private readonly Dictionary<string, SoapUiReply> replies = [];
    private readonly List<string> failures = [];
    private readonly List<XElement> steps = [.. testCase.Elements(SoapUiProject.Con + "testStep")];
    private SoapUiReply? last;

    /// <summary>Assertions that were looked at.</summary>
    public int Checked { get; private set; }

    /// <summary>What did not hold, with the names of step and assertion.</summary>
    public async Task<IReadOnlyList<string>> RunAsync()
    {
        var at = 0;
        for (var count = 0; at < steps.Count; count++)
        {
            if (count > MaxSteps)
                throw new InvalidOperationException($"'{SoapUiProject.NameOf(testCase)}' does not come to an end.");
            at = await RunAsync(steps[at]) is { } target ? steps.FindIndex(step => SoapUiProject.NameOf(step) == target) : at + 1;
        }

        return failures;
    }

    /// <returns>Name of the step to go on with; null for the next one.</returns>
    private async Task<string?> RunAsync(XElement step)
    {
        var config = step.Element(SoapUiProject.Con + "config")!;
        switch (step.Attribute("type")!.Value)
        {
            case "request":
                await SendAsync(SoapUiProject.NameOf(step), config);
                return null;
            case "transfer":
                foreach (var transfer in config.Elements(SoapUiProject.Con + "transfers"))
                    Transfer(transfer);
                return null;
            case "delay":
                var length = int.Parse(config.Element("delay")!.Value, CultureInfo.InvariantCulture);
                await Task.Delay(TimeSpan.FromMilliseconds(length), TimeProvider.System);
                return null;
            case "goto":
                return config.Elements(SoapUiProject.Con + "condition").FirstOrDefault(Holds)?.Element(SoapUiProject.Con + "targetStep")!.Value;
            default:
                throw new NotSupportedException($"Step '{SoapUiProject.NameOf(step)}' is of a type that is not understood.");
        }
    }

    private async Task SendAsync(string name, XElement config)
    {
        var binding = project.Interface(config.Element(SoapUiProject.Con + "interface")!.Value);
        var operation = binding.Elements(SoapUiProject.Con + "operation")
            .Single(candidate => SoapUiProject.NameOf(candidate) == config.Element(SoapUiProject.Con + "operation")!.Value);
        var request = config.Element(SoapUiProject.Con + "request")!;
        last = replies[name] = await PostAsync(binding, operation, request);
        foreach (var assertion in request.Elements(SoapUiProject.Con + "assertion"))
        {
            Checked++;
            var configuration = assertion.Element(SoapUiProject.Con + "configuration")!;
            if (last.Check(assertion.Attribute("type")!.Value, configuration, Expand) is { } wrong)
                failures.Add($"{name}, {SoapUiProject.NameOf(assertion)}: the reply {wrong}\n{last.Document}");
        }
    }

    // As SoapUI sends it: the action in a header, or with SOAP 1.2 in the content type.
    private async Task<SoapUiReply> PostAsync(XElement binding, XElement operation, XElement request)
    {
        var (soap, mediaType) = Versions[binding.Attribute("soapVersion")!.Value];
        var action = operation.Attribute("action")!.Value;
        var body = Expand(request.Element(SoapUiProject.Con + "request")!.Value);
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue(mediaType, "UTF-8");
        if (mediaType == "text/xml")
            content.Headers.Add("SOAPAction", $"\"{action}\"");
        else
            content.Headers.ContentType.Parameters.Add(new NameValueHeaderValue("action", $"\"{action}\""));
        using var response = await http.PostAsync(new Uri(Expand(request.Element(SoapUiProject.Con + "endpoint")!.Value)), content);
        return new SoapUiReply(await response.Content.ReadAsStringAsync(), soap);
    }

    private void Transfer(XElement transfer)
    {
        string Field(string name) => transfer.Element(SoapUiProject.Con + name)!.Value;
        Field("sourceType").Should().Be("Response");
        Field("targetStep").Should().Be("#TestCase#", "transfers to other places are not understood");
        caseProperties.Should().ContainKey(Field("targetType"), "SoapUI transfers to properties that are there");
        var source = replies[Field("sourceStep")].Document;
        caseProperties[Field("targetType")] = SoapUiXPath.Evaluate(source, Expand(Field("sourcePath"))).Single();
    }

    private bool Holds(XElement condition) =>
        SoapUiXPath.Evaluate(last!.Document, Expand(condition.Element(SoapUiProject.Con + "expression")!.Value)).Single() == "true";

    private string Expand(string text) => Property().Replace(text, match => match.Groups["scope"].Value switch
    {
        "Project" => settings[match.Groups["name"].Value],
        "TestCase" => caseProperties[match.Groups["name"].Value],
        _ => throw new NotSupportedException($"The scope of {match.Value} is not understood."),
    });

    [GeneratedRegex(@"\$\{#(?<scope>\w+)#(?<name>\w+)\}")]
    private static partial Regex Property();
}
