using IpsJobs.Core.Constants;
using IpsJobs.EndToEnd.Tests.Hosting;

namespace IpsJobs.EndToEnd.Tests.Control;

/// <summary>Nobody sees or touches a job, trigger, log or asset of a company it is no member of, whatever it writes into the handles.</summary>
public sealed class ForeignHandleTests(ControlledServer server) : IClassFixture<ControlledServer>, IDisposable
{
    private const string Secret = "Secret plans";

    private static readonly string[] JobOperations =
        ["executeJob", "pauseJob", "resumeJob", "stopJob", "deleteJob", "getActiveJobs", "getScheduledJobs", "getJobLogDetails"];

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
            foreach (var form in new[] { $"a|{asset}", $"a|{asset}|1|{asset}", $"{asset}|1|{asset}" })
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
        // Contexts are numbered in the order of companies, so these are those of both.
        var codes = new List<int>();
        for (var context = 1; context <= 40; context++)
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

    private static string[] Companies(Tenant victim, Tenant stranger) => [stranger.Company, victim.Company, ""];

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

    private async Task ExpectNothingAsync(Tenant stranger, string operation, string content)
    {
        var answer = await server.CallAsync(operation, content, stranger.Email);

        answer.Code.Should().BeOneOf([0, .. Refusals], $"{operation} {content}");
        if (answer.Code == 0)
            Listed(answer).Should().Be(0, $"{operation} {content} was answered {answer.Text}");
        if (operation is not ("getActiveJobs" or "getScheduledJobs" or "getJobLogs" or "getJobLogDetails"))
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
