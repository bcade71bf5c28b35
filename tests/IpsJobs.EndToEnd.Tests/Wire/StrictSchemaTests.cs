using IpsJobs.EndToEnd.Tests.Hosting;

namespace IpsJobs.EndToEnd.Tests.OverTheWire;

/// <summary>What <c>Api:StrictSchema</c> refuses, and nothing else does.</summary>
public sealed class StrictSchemaTests(StrictWorld strict, LenientWorld lenient) : IClassFixture<StrictWorld>, IClassFixture<LenientWorld>
{
    private const string Schedule = "<execTime>2099-01-01T00:00:00Z</execTime>";
    private const string Upload = "<overwrite>true</overwrite><readyForPublish>true</readyForPublish>";
    private const string Urls =
        "<urlArray><items><sourceUrl>http://127.0.0.1:9/x</sourceUrl><destPath>x/</destPath></items></urlArray>";

    public static TheoryData<string, string, string, string> Refused => new()
    {
        { "order at the root", "2014-04-03", $"<jobName>a</jobName><companyHandle>47</companyHandle>{Schedule}{LiveWorld.Publish}", "'companyHandle' is out of order in 'submitJobParam'" },
        { "order in the block", "2014-04-03", $"<companyHandle>47</companyHandle><jobName>b</jobName>{Schedule}<imageServingPublishJob><emailSetting>None</emailSetting><publishType>Full</publishType></imageServingPublishJob>", "'publishType' is out of order in 'imageServingPublishJob'" },
        { "order in an array's item", "2014-04-03", $"<companyHandle>47</companyHandle><jobName>c</jobName>{Schedule}<uploadUrlsJob><urlArray><items><destPath>x/</destPath><sourceUrl>http://127.0.0.1:9/x</sourceUrl></items></urlArray>{Upload}<createMask>false</createMask><emailSetting>None</emailSetting></uploadUrlsJob>", "'sourceUrl' is out of order in 'items'" },
        { "later element, no version", "", $"<companyHandle>47</companyHandle><jobName>d</jobName><locale>en-US</locale>{Schedule}{LiveWorld.Publish}", "'locale' does not exist in 'submitJobParam' of this version" },
        { "later element of the block", "2010-01-31", $"<companyHandle>47</companyHandle><jobName>e</jobName>{Schedule}<uploadUrlsJob>{Urls}{Upload}<createMask>false</createMask><emailSetting>None</emailSetting><unCompressOptions><process>None</process></unCompressOptions></uploadUrlsJob>", "'unCompressOptions' does not exist in 'uploadUrlsJob' of this version" },
        { "earlier element", "2014-04-03", $"<companyHandle>47</companyHandle><jobName>f</jobName>{Schedule}<uploadUrlsJob>{Urls}{Upload}<createMask>false</createMask><photoshopOptions><maintainLayers>true</maintainLayers></photoshopOptions><emailSetting>None</emailSetting></uploadUrlsJob>", "'maintainLayers' does not exist in 'photoshopOptions' of this version" },
        { "later element, no version, options", "", $"<companyHandle>47</companyHandle><jobName>g</jobName>{Schedule}<uploadUrlsJob>{Urls}{Upload}<createMask>false</createMask><postScriptOptions><process>None</process></postScriptOptions><emailSetting>None</emailSetting></uploadUrlsJob>", "'process' does not exist in 'postScriptOptions' of this version" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task SubmitJob_IsRefused_OnlyByAStrictServer(string rule, string version, string content, string detail)
    {
        var ns = version.Length == 0 ? Wire.Base : $"{Wire.Base}/{version}";
        var request = Wire.Envelope($"<submitJobParam xmlns=\"{ns}\">{content}</submitJobParam>");

        var refused = await strict.Server.PostAsync(request);
        var accepted = await lenient.Server.PostAsync(request);

        refused.Code.Should().Be(30003, rule);
        refused.Reason.Should().Be($"Invalid request XML: Element {detail}");
        accepted.Code.Should().Be(0, accepted.Text);
    }
}
