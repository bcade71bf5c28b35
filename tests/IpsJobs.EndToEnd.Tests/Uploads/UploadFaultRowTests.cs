using System.Net;
using System.Xml.Linq;
using IpsJobs.EndToEnd.Tests.Hosting;

namespace IpsJobs.EndToEnd.Tests.Uploads;

/// <summary>The rows of the table of faults that only posted files reach: code and reason, bare and without envelope.</summary>
public sealed class UploadFaultRowTests(UploadHost host) : IClassFixture<UploadHost>
{
    private const string Params =
        "<uploadParams><overwrite>true</overwrite><readyForPublish>true</readyForPublish><createMask>false</createMask><emailSetting>None</emailSetting></uploadParams>";

    [Fact]
    public async Task Row34_NamesTheFileAndTheLimit_WhenItIsTooLarge()
    {
        var answer = await host.UploadAsync(Multipart.As().Param($"<jobName>Row 34</jobName>{Params}").File("folder/large.png", new byte[100_001]));

        Check(answer, "ipsApiFault", 30001, "File 'folder/large.png' exceeds the maximum size of 100000 bytes");
    }

    [Fact]
    public async Task Row35_NamesTheJob_WhenTheSessionHasEnded()
    {
        var ended = await host.UploadAsync(Multipart.As().Param($"<jobName>Row 35</jobName>{Params}<endJob>true</endJob>"));

        var answer = await host.UploadAsync(Multipart.As().Param($"<jobHandle>{ended.Handle}</jobHandle>"));
        var asSoap = await host.CallAsync(
            $"<uploadPostParam xmlns=\"{Wire.Latest}\"><companyHandle>c|47</companyHandle><jobHandle>{ended.Handle}</jobHandle></uploadPostParam>");

        Check(answer, "ipsApiFault", 30001, $"Job '{ended.Handle}' no longer accepts files");
        (asSoap.Code, asSoap.Reason).Should().Be((30001, $"Job '{ended.Handle}' no longer accepts files"));
    }

    [Fact]
    public async Task Row37_IsThatOfMissingCredentials_WhenThereIsNoAuthPart()
    {
        var answer = await host.UploadAsync(new Multipart().Param($"<jobName>Row 37</jobName>{Params}").File("a.png", [1]));

        Check(answer, "authenticationFault", 10000, "No credentials were supplied with the request");
    }

    [Fact]
    public async Task Row38_TellsWhatIsMissing_WhenThereAreNoParameters()
    {
        var answer = await host.UploadAsync(Multipart.As().File("a.png", [1]));

        Check(answer, "ipsApiFault", 30003, "Invalid request XML: *uploadParams*");
    }

    [Fact]
    public async Task Row38_TellsWhatIsExpected_WhenTheBodyIsNotMultipart()
    {
        using var content = new StringContent("<uploadPostParam/>", System.Text.Encoding.UTF8, "text/xml");

        var answer = await host.UploadAsync(content);

        Check(answer, "ipsApiFault", 30003, "Invalid request XML: *multipart/form-data*");
    }

    [Theory]
    [InlineData("nobody@example.com", "authenticationFault", 10001, "Invalid username/password")]
    [InlineData("reader@example.com", "authorizationFault", 20003, "User does not have permission to access operation 'uploadPost'")]
    public async Task Row_IsThatOfTheOperation_WhenTheUserMayNot(string email, string element, int code, string reason)
    {
        var answer = await host.UploadAsync(Multipart.As(email).Param($"<jobName>Refused</jobName>{Params}").File("a.png", [1]));

        Check(answer, element, code, reason);
    }

    private static void Check(UploadAnswer answer, string element, int code, string reason)
    {
        answer.Status.Should().Be(HttpStatusCode.InternalServerError);
        answer.ContentType.Should().Be("text/xml; charset=utf-8");
        answer.Root.Name.Should().Be(XName.Get(element, Wire.Base));
        answer.Root.Elements().Select(child => child.Name).Should().Equal(XName.Get("code", Wire.Base), XName.Get("reason", Wire.Base));
        answer.Code.Should().Be(code);
        answer.Root.Elements().Last().Value.Should().Match(reason);
    }
}
