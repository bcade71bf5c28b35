using System.Net;
using IpsJobs.EndToEnd.Tests.Hosting;

namespace IpsJobs.EndToEnd.Tests.Submission;

[Collection(RunningServerGroup.Name)]
public sealed class SubmitJobTests(RunningServer server)
{
    private const string Publish =
        "<imageServingPublishJob><publishType>Full</publishType><emailSetting>Error</emailSetting></imageServingPublishJob>";

    [Fact]
    public async Task SubmitJob_AnswersTheDocumentedHandle_WhenTheExampleIsPosted()
    {
        var answer = await server.PostAsync(Wire.Envelope(
            $"<submitJobParam xmlns=\"{Wire.Base}\"><companyHandle>47</companyHandle><jobName>My Test Job</jobName>{Publish}</submitJobParam>"));

        answer.Status.Should().Be(HttpStatusCode.OK);
        answer.Body.Name.NamespaceName.Should().Be(Wire.Base);
        answer.Body.Value.Should().Be("47|My Test Job|");
    }

    [Fact]
    public async Task SubmitJob_AnswersThePrefixedHandle_WhenTheNamespaceIsTheNewest()
    {
        var answer = await server.PostAsync(Wire.Envelope(
            $"<submitJobParam xmlns=\"{Wire.Latest}\"><companyHandle>c|47</companyHandle><jobName>My Test Job</jobName>{Publish}</submitJobParam>"));

        answer.Body.Name.NamespaceName.Should().Be(Wire.Latest);
        answer.Body.Value.Should().Be("j|47|My Test Job||");
    }

    public static TheoryData<string, string, string, int> Refusals => new()
    {
        { "two job types", $"<companyHandle>47</companyHandle><jobName>Refused</jobName>{Publish}<videoPublishJob><emailSetting>None</emailSetting></videoPublishJob>", RunningServer.Email, 30001 },
        { "no job type", "<companyHandle>47</companyHandle><jobName>Refused</jobName>", RunningServer.Email, 30002 },
        { "both times", $"<companyHandle>47</companyHandle><jobName>Refused</jobName><execTime>2099-01-01T00:00:00Z</execTime><execSchedule>0 0 2 * * ?</execSchedule>{Publish}", RunningServer.Email, 30001 },
        { "role that may not submit", $"<companyHandle>47</companyHandle><jobName>Refused</jobName>{Publish}", "reader@example.com", 20003 },
        { "not a member", $"<companyHandle>47</companyHandle><jobName>Refused</jobName>{Publish}", "stranger@example.com", 20006 },
        { "unknown company", $"<companyHandle>4711</companyHandle><jobName>Refused</jobName>{Publish}", RunningServer.Email, 20000 },
        { "unknown user", $"<companyHandle>47</companyHandle><jobName>Refused</jobName>{Publish}", "nobody@example.com", 10001 },
        { "no job name", $"<companyHandle>47</companyHandle>{Publish}", RunningServer.Email, 30002 },
        { "bar in the name", $"<companyHandle>47</companyHandle><jobName>Re|fused</jobName>{Publish}", RunningServer.Email, 30001 },
        { "malformed locale", $"<companyHandle>47</companyHandle><jobName>Refused</jobName><locale>english</locale>{Publish}", RunningServer.Email, 30001 },
        { "unreadable schedule", $"<companyHandle>47</companyHandle><jobName>Refused</jobName><execSchedule>0 0 25 * * ?</execSchedule>{Publish}", RunningServer.Email, 30001 },
        { "dense schedule", $"<companyHandle>47</companyHandle><jobName>Refused</jobName><execSchedule>* * * * * ?</execSchedule>{Publish}", RunningServer.Email, 30001 },
        { "somebody else's name", $"<companyHandle>47</companyHandle><userHandle>1|nobody@example.com</userHandle><jobName>Refused</jobName>{Publish}", RunningServer.Email, 20001 },
        { "unknown publish type", "<companyHandle>47</companyHandle><jobName>Refused</jobName><imageServingPublishJob><publishType>Half</publishType><emailSetting>Error</emailSetting></imageServingPublishJob>", RunningServer.Email, 30001 },
        { "asset of nobody", "<companyHandle>47</companyHandle><jobName>Refused</jobName><reprocessAssetsJob><assetHandleArray><items>a|999999</items></assetHandleArray><createMask>false</createMask><emailSetting>Error</emailSetting></reprocessAssetsJob>", RunningServer.Email, 30001 },
        { "unknown element", $"<companyHandle>47</companyHandle><jobName>Refused</jobName><color>red</color>{Publish}", RunningServer.Email, 30003 },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task SubmitJob_AnswersItsFaultAndStoresNothing_WhenARuleIsBroken(string rule, string content, string email, int code)
    {
        var answer = await server.PostAsync(Wire.Envelope($"<submitJobParam xmlns=\"{Wire.Base}\">{content}</submitJobParam>", email));

        answer.Status.Should().Be(HttpStatusCode.InternalServerError, rule);
        answer.Code.Should().Be(code, rule);
        answer.Reason.Should().NotBeEmpty(rule);
        (await CountAsync("Refused")).Should().Be(0, rule);
    }

    [Fact]
    public async Task SubmitJob_RefusesTheSecondOne_WhenTwoScheduledJobsShareAName()
    {
        var request = Wire.Envelope(
            $"<submitJobParam xmlns=\"{Wire.Base}\"><companyHandle>47</companyHandle><jobName>Twice</jobName><execTime>2099-01-01T00:00:00Z</execTime>{Publish}</submitJobParam>");

        (await server.PostAsync(request)).Code.Should().Be(0);
        var second = await server.PostAsync(request);

        second.Code.Should().Be(30000);
        second.Reason.Should().Contain("Twice");
    }

    private async Task<int> CountAsync(string name)
    {
        var logs = await server.PostAsync(Wire.Envelope(
            $"<getActiveJobsParam xmlns=\"{Wire.Base}\"><companyHandle>47</companyHandle><originalName>{name}</originalName></getActiveJobsParam>"));
        var scheduled = await server.PostAsync(Wire.Envelope(
            $"<getScheduledJobsParam xmlns=\"{Wire.Base}\"><companyHandle>47</companyHandle><originalName>{name}</originalName></getScheduledJobsParam>"));
        var details = await server.PostAsync(Wire.Envelope(
            $"<getJobLogDetailsParam xmlns=\"{Wire.Base}\"><companyHandle>47</companyHandle><originalName>{name}</originalName></getJobLogDetailsParam>"));
        return new[] { logs, scheduled, details }.Sum(a => a.Body.Elements().Single().Elements().Count());
    }
}
