using System.Globalization;
using IpsJobs.Core.Constants;
using IpsJobs.EndToEnd.Tests.Hosting;

namespace IpsJobs.EndToEnd.Tests.Control;

/// <summary>Nobody sees or touches a job, trigger, log or asset of a company it is no member of, whatever it writes into the handles.</summary>
public sealed class ForeignHandleTests(ControlledServer server) : IClassFixture<ControlledServer>, IDisposable
{
    private const string Secret = "Secret plans";

    private static readonly string[] JobOperations =
        ["executeJob", "pauseJob", "resumeJob", "stopJob", "deleteJob", "getActiveJobs", "getScheduledJobs", "getJobLogDetails"];

    // These may also answer with an empty list.
    private static readonly string[] Lists =
        ["getActiveJobs", "getScheduledJobs", "getJobLogs", "getJobLogDetails", "getAssets", "getAssetsByName", "searchAssets"];

    private static readonly int[] Refusals = [20000, 20006, 30001, 30002];

    public void Dispose() => server.Brake.ReleaseAll();

    [Fact]
    public async Task Operations_RefuseOrShowNothing_WhenAStrangerWalksThroughEveryHandleForm()
    {
        var victim = await server.AddTenantAsync();
        var stranger = await server.AddTenantAsync();
        var (scheduled, instance, asset) = await PrepareAsync(victim);

        foreach (var company in Companies(victim, stranger))
        {
            foreach (var handle in Forms(victim, scheduled, instance))
                foreach (var operation in JobOperations)
                    await ExpectNothingAsync(stranger, operation, $"{company}<jobHandle>{handle}</jobHandle>");
            foreach (var operation in new[] { "getActiveJobs", "getScheduledJobs", "getJobLogDetails" })
                await ExpectNothingAsync(stranger, operation, $"{company}<originalName>{Secret}</originalName>");
            foreach (var operation in new[] { "getActiveJobs", "getScheduledJobs", "getJobLogs" })
                await ExpectNothingAsync(stranger, operation, company);
            foreach (var form in AssetForms(asset))
                await ExpectNothingAsync(stranger, "getAssetJobLogs", $"{company}<assetHandle>{form}</assetHandle>");
        }

        await ExpectUntouchedAsync(victim);
    }

    [Fact]
    public async Task Operations_Refuse_WhenAMemberOfBothNamesTheWrongCompany()
    {
        var one = await server.AddTenantAsync();
        var other = await server.AddTenantAsync();
        var both = one with { Email = await server.AddUserAsync($"both{one.CompanyId}@example.com", UserRoles.IpsUser, one.CompanyId, other.CompanyId) };
        await one.SubmitEveryNightAsync(Secret);

        foreach (var operation in JobOperations)
        {
            var answer = await server.CallAsync(
                operation, $"{other.Company}<jobHandle>{one.Scheduled(Secret)}</jobHandle>", both.Email);

            answer.Code.Should().Be(30001, operation);
            answer.Reason.Should().Contain("does not belong to company", operation);
        }

        Tenant.Value((await one.FindScheduledAsync(Secret))!, "triggerState").Should().Be("Normal");
    }

    [Fact]
    public async Task SubmitJob_Refuses_WhenTheBlockNamesTheContextOfAnotherCompany()
    {
        var victim = await server.AddTenantAsync();
        var stranger = await server.AddTenantAsync();
        // Contexts are numbered in the order of companies, so these are those of both and of the other tests.
        var codes = new List<int>();
        for (var context = 1; context <= 200; context++)
        {
            var block = Tenant.Incremental.Replace(
                "<publishType>", $"<contextHandle>pc|{context}</contextHandle><publishType>", StringComparison.Ordinal);
            codes.Add((await stranger.CallAsync(
                "submitJob", $"<jobName>Context {context}</jobName><execTime>2099-01-01T00:00:00Z</execTime>{block}")).Code);
        }

        codes.Where(code => code != 0).Should().OnlyContain(code => code == 30001);
        codes.Count(code => code == 0).Should().Be(1, "the company has one context of the type");
        victim.CompanyId.Should().NotBe(stranger.CompanyId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/2008-01-15")]
    [InlineData("/2009-07-31")]
    [InlineData("/2010-01-31")]
    [InlineData("/2013-02-15")]
    public async Task Operations_RefuseOrShowNothing_WhenAStrangerSpeaksAnOlderVersion(string version)
    {
        var victim = await server.AddTenantAsync();
        var stranger = await server.AddTenantAsync();
        var (scheduled, instance, asset) = await PrepareAsync(victim);
        string[] companies = [.. Companies(victim, stranger), $"<companyHandle>{victim.CompanyId}</companyHandle>"];

        foreach (var company in companies)
        {
            foreach (var handle in Forms(victim, scheduled, instance))
                foreach (var operation in JobOperations)
                    await ExpectNothingAsync(stranger, operation, $"{company}<jobHandle>{handle}</jobHandle>", version);
            foreach (var form in AssetForms(asset))
                await ExpectNothingAsync(stranger, "getAssetJobLogs", $"{company}<assetHandle>{form}</assetHandle>", version);
        }

        await ExpectUntouchedAsync(victim);
    }

    [Fact]
    public async Task Reads_RefuseOrShowNothing_WhenAStrangerAsksForAssets()
    {
        var victim = await server.AddTenantAsync();
        var stranger = await server.AddTenantAsync();
        var (_, _, asset) = await PrepareAsync(victim);

        foreach (var company in Companies(victim, stranger))
        {
            foreach (var form in AssetForms(asset))
                await ExpectNothingAsync(stranger, "getAssets", $"{company}<assetHandleArray><items>{form}</items></assetHandleArray>");
            await ExpectNothingAsync(stranger, "getAssetsByName", $"{company}<nameArray><items>Secretupload-1</items></nameArray>");
            await ExpectNothingAsync(stranger, "searchAssets", $"{company}<includeSubfolders>true</includeSubfolders>");
            await ExpectNothingAsync(
                stranger, "searchAssets", $"{company}<folder>f|Company{victim.CompanyId}/</folder><includeSubfolders>true</includeSubfolders>");
        }

        // The same requests do show it to whom it belongs.
        var own = await victim.CallAsync("getAssets", $"<assetHandleArray><items>a|{asset}</items></assetHandleArray>");
        own.Text.Should().Contain($"a|{asset}");
    }

    [Theory]
    [InlineData("<exportJob><assetHandleArray><items>{0}</items></assetHandleArray><fmt>orig</fmt><emailSetting>None</emailSetting></exportJob>")]
    [InlineData("<reprocessAssetsJob><assetHandleArray><items>{0}</items></assetHandleArray><createMask>false</createMask><emailSetting>None</emailSetting></reprocessAssetsJob>")]
    [InlineData("<ripPdfsJob><pdfHandleArray><items>{0}</items></pdfHandleArray><createMask>false</createMask><emailSetting>None</emailSetting></ripPdfsJob>")]
    [InlineData("<automatedSetGenerationJob><assetHandleArray><items>{0}</items></assetHandleArray><readyForPublish>true</readyForPublish><emailSetting>None</emailSetting><autoSetCreationOptions/></automatedSetGenerationJob>")]
    public async Task SubmitJob_Refuses_WhenTheBlockNamesAnAssetOfAnotherCompany(string block)
    {
        var victim = await server.AddTenantAsync();
        var stranger = await server.AddTenantAsync();
        var (_, _, asset) = await PrepareAsync(victim);

        foreach (var form in AssetForms(asset))
        {
            var content = string.Format(CultureInfo.InvariantCulture, block, form);
            foreach (var when in new[] { "", "<execTime>2099-01-01T00:00:00Z</execTime>" })
            {
                var answer = await stranger.CallAsync("submitJob", $"<jobName>Take {form.Length}</jobName>{when}{content}");
                (answer.Code is 30000 or 30001).Should().BeTrue($"{form}: {answer.Text}");
                if (answer.Code == 30001)
                    answer.Reason.Should().Contain(form);
                else
                    answer.Reason.Should().Contain("not available on this server");
            }
        }

        (await stranger.CallAsync("getJobLogs", "")).Body.Elements().Single().Elements().Should().BeEmpty();
    }

    [Fact]
    public async Task UploadPost_Refuses_WhenTheSessionIsOfAnotherCompanyOrUser()
    {
        var victim = await server.AddTenantAsync();
        var stranger = await server.AddTenantAsync();
        var colleague = await server.AddUserAsync($"colleague{victim.CompanyId}@example.com", UserRoles.IpsUser, victim.CompanyId);
        const string Params = "<uploadParams><overwrite>true</overwrite><readyForPublish>true</readyForPublish><createMask>false</createMask><emailSetting>None</emailSetting></uploadParams>";
        var session = await victim.CallAsync("uploadPost", $"<jobName>Session</jobName>{Params}");
        session.Code.Should().Be(0, session.Text);
        var handle = $"<jobHandle>{session.Body.Value}</jobHandle><endJob>true</endJob>";

        foreach (var company in Companies(victim, stranger))
            (await server.CallAsync("uploadPost", company + handle, stranger.Email)).Code.Should().BeOneOf(20006, 30001, 30002);
        (await server.CallAsync("uploadPost", victim.Company + handle, colleague)).Code.Should().Be(20005);

        Tenant.Value((await victim.FindActiveAsync("Session"))!, "state").Should().BeOneOf("WaitingClient", "Running");
        (await victim.CallAsync("uploadPost", handle)).Code.Should().Be(0);
    }

    private static string[] Companies(Tenant victim, Tenant stranger) => [stranger.Company, victim.Company, ""];

    private static string[] AssetForms(string asset) => [$"a|{asset}", $"a|{asset}|1|{asset}", $"{asset}|1|{asset}"];

    private static string[] Forms(Tenant victim, string scheduled, string instance)
    {
        var fields = instance.Split('|');
        var (name, id) = (fields[3], fields[4]);
        return
        [
            scheduled, $"{victim.CompanyId}|{Secret}|", $"j|{victim.CompanyId}|{Secret}|", $"j|{victim.CompanyId}|{Secret}",
            instance, $"{victim.CompanyId}||{name}", $"j|{victim.CompanyId}||{name}", $"j|{victim.CompanyId}||{name}|",
        ];
    }

    /// <returns>Handles of the trigger, of its live instance, and the number of an asset.</returns>
    private async Task<(string Scheduled, string Instance, string Asset)> PrepareAsync(Tenant victim)
    {
        await victim.SubmitAsync("Secret upload", victim.Upload("Secret upload", 1));
        var rows = Tenant.Rows((await victim.WaitForEndAsync("Secret upload"))[0]);
        var asset = rows.Select(r => Tenant.Value(r, "assetHandle")).First(h => h.Length > 0).Split('|')[1];
        server.Brake.Hold(Secret, LogTypes.TotalFileCount);
        await victim.SubmitEveryNightAsync(Secret);
        await victim.ControlAsync("executeJob", victim.Scheduled(Secret));
        var live = await victim.WaitForAsync(Secret, "Running");
        return (victim.Scheduled(Secret), Tenant.Value(live, "jobHandle"), asset);
    }

    private async Task ExpectNothingAsync(Tenant stranger, string operation, string content, string version = "/2014-04-03")
    {
        var answer = await server.CallAsync(version, operation, content, stranger.Email);

        answer.Code.Should().BeOneOf([0, .. Refusals], $"{operation} {content}");
        if (answer.Code == 0)
            Listed(answer).Should().Be(0, $"{operation} {content} was answered {answer.Text}");
        if (!Lists.Contains(operation))
            answer.Code.Should().NotBe(0, $"{operation} {content}");
    }

    private static int Listed(SoapAnswer answer) => answer.Body.Elements().Sum(list => list.Elements().Count());

    private static async Task ExpectUntouchedAsync(Tenant victim)
    {
        Tenant.Value((await victim.FindScheduledAsync(Secret))!, "triggerState").Should().Be("Normal");
        Tenant.Value((await victim.FindActiveAsync(Secret))!, "state").Should().Be("Running");
        (await victim.LogsAsync(Secret)).Should().ContainSingle();
    }
}
