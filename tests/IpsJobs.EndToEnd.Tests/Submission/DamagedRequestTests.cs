using System.Text;
using IpsJobs.EndToEnd.Tests.Hosting;

namespace IpsJobs.EndToEnd.Tests.Submission;

[Collection(RunningServerGroup.Name)]
public sealed class DamagedRequestTests(RunningServer server)
{
    [Fact]
    public async Task Post_AnswersInvalidXml_WhenTheEnvelopeIsBroken()
    {
        var answer = await server.PostAsync("<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\"><soapenv:Body>");

        answer.Code.Should().Be(30003);
    }

    [Fact]
    public async Task Post_AnswersInvalidXml_WhenThereIsADoctype()
    {
        var answer = await server.PostAsync("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>" + Wire.Envelope("&x;"));

        answer.Code.Should().Be(30003);
        answer.Text.Should().NotContain(Environment.MachineName);
    }

    [Fact]
    public async Task Post_AnswersInvalidXml_WhenElementsNestAHundredThousandDeep()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000));

        var answer = await server.PostAsync(Wire.Envelope($"<submitJobParam xmlns=\"{Wire.Base}\">{deep}</submitJobParam>"));

        answer.Code.Should().Be(30003);
    }

    [Fact]
    public async Task Post_AnswersInvalidXml_WhenTheBodyHasFortyMegabytes()
    {
        var body = new byte[40 * 1024 * 1024];
        Array.Fill(body, (byte)' ');
        Encoding.UTF8.GetBytes("<a>").CopyTo(body, 0);

        var answer = await server.PostAsync(body);

        answer.Code.Should().Be(30003);
    }

    [Fact]
    public async Task Post_AnswersInvalidCredentials_WhenThePasswordIsWrong()
    {
        var answer = await server.PostAsync(Wire.Envelope($"<getActiveJobsParam xmlns=\"{Wire.Base}\"/>", password: "wrong"));

        answer.Code.Should().Be(10001);
        answer.Reason.Should().Be("Invalid username/password");
    }

    [Fact]
    public async Task Post_AnswersNoCredentials_WhenThereIsNoHeader()
    {
        var answer = await server.PostAsync(
            $"<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\"><e:Body><getActiveJobsParam xmlns=\"{Wire.Base}\"/></e:Body></e:Envelope>");

        answer.Code.Should().Be(10000);
    }
}
