using System.ServiceModel;
using System.ServiceModel.Channels;
using System.ServiceModel.Description;
using System.Xml.Linq;
using IpsJobs.Contracts.Tests.Support;

namespace IpsJobs.Contracts.Tests;

/// <summary>The message contracts put the same XML on the wire as the codec.</summary>
public class ServiceModelTests
{
    private static readonly XNamespace Soap = "http://schemas.xmlsoap.org/soap/envelope/";
    private static readonly XNamespace Api = Documents.V2014;

    [Fact]
    public void Request_CarriesHeaderAndBody_AsTheCodecWritesThem()
    {
        var request = new SubmitJobRequest
        {
            AuthHeader = new AuthHeader { User = "demo@example.com", Password = "secret", AppName = "tests", AppVersion = "1" },
            SubmitJobParam = new SubmitJobParam { CompanyHandle = "c|47", JobName = "n", VideoPublishJob = new() { EmailSetting = "Error" } },
        };
        var envelope = Envelope(Converter<SubmitJobRequest>("submitJob").ToMessage(request, MessageVersion.Soap11));
        Normalized(envelope.Element(Soap + "Header")!.Element(Api + "authHeader")!)
            .Should().Be(Normalized(XElement.Parse(Documents.Write("authHeader", request.AuthHeader))));
        Normalized(envelope.Element(Soap + "Body")!.Elements().Single())
            .Should().Be(Normalized(XElement.Parse(Documents.Write("submitJobParam", request.SubmitJobParam))));
    }

    [Fact]
    public void Response_IsReadFromWhatTheCodecWrites()
    {
        var written = (GetJobLogsReturn)new RandomMessages(5, withForeignVersions: false).Next(typeof(GetJobLogsReturn));
        written.JobLogArray!.Items.Add(new JobLog { JobName = "n", StartDate = new DateTime(2014, 1, 1, 0, 0, 0, DateTimeKind.Utc) });
        var body = XElement.Parse(Documents.Write("getJobLogsReturn", written)).CreateReader();
        using var message = Message.CreateMessage(MessageVersion.Soap11, "*", body);
        var response = (GetJobLogsResponse)Converter<GetJobLogsResponse>("*").FromMessage(message);
        response.GetJobLogsReturn!.JobLogArray!.Items.Should().HaveCount(written.JobLogArray.Items.Count);
        response.GetJobLogsReturn.JobLogArray.Items[^1].StartDate!.Value.ToUniversalTime()
            .Should().Be(new DateTime(2014, 1, 1, 0, 0, 0, DateTimeKind.Utc));
    }

    private static TypedMessageConverter Converter<T>(string action) =>
        TypedMessageConverter.Create(typeof(T), action, Documents.V2014, new XmlSerializerFormatAttribute());

    private static XElement Envelope(Message message)
    {
        using (message)
            return XElement.Parse(message.ToString());
    }

    // Prefixes and declarations differ between writers and mean nothing.
    private static string Normalized(XElement element)
    {
        var copy = new XElement(element);
        foreach (var part in copy.DescendantsAndSelf())
            part.Attributes().Where(attribute => attribute.IsNamespaceDeclaration).Remove();
        return copy.ToString(SaveOptions.DisableFormatting);
    }
}
