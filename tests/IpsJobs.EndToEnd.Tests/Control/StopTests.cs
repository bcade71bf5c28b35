using System.Globalization;
using IpsJobs.Core.Constants;

namespace IpsJobs.EndToEnd.Tests.Control;

/// <summary>Stopping is cooperative: what is begun is finished, what is not begun is cancelled, and the log says who asked for it.</summary>
public sealed class StopTests(ControlledServer server) : IClassFixture<ControlledServer>, IDisposable
{
    private const string FollowOn =
        "<postImageServingPublishJob><publishType>Incremental</publishType><emailSetting>None</emailSetting></postImageServingPublishJob>";

    public void Dispose() => server.Brake.ReleaseAll();

    [Fact]
    public async Task Stop_CancelsWhatIsNotBegun_WhenAnUploadRuns()
    {
        var tenant = await server.AddTenantAsync();
        server.Brake.Hold("Upload", LogTypes.UploadSuccess);
        await tenant.SubmitAsync("Upload", tenant.Upload("Upload", 7, FollowOn));
        await Tenant.EventuallyAsync(async () => await InWorkAsync(tenant, "Upload", 2));

        await tenant.ControlAsync("stopJob", tenant.Scheduled("Upload"));

        var stopping = await tenant.WaitForAsync("Upload", "Stopping");
        Tenant.Value(stopping, "name").Should().StartWith("Upload_");
        server.Brake.ReleaseAll();
        // A follow-on would be a second log of the same original name.
        var log = (await tenant.WaitForEndAsync("Upload", count: 1))[0];
        var rows = Tenant.RowTypes(log);
        rows.Count(type => type == LogTypes.UploadSuccess).Should().Be(2, "both files in work were finished");
        rows.Count(type => type == LogTypes.FileCancel).Should().Be(5);
        rows[^1].Should().Be(LogTypes.EndUploadUrls);
        Tenant.Value(Tenant.Rows(log).Last(), "logMessage").Should().Contain(tenant.Email);
        Tenant.Value(log, "fatalError").Should().Be("false");
        Tenant.Value(log, "fileSuccessCount").Should().Be("2");
        Tenant.Value(log, "totalFileCount").Should().Be("7");
        (await MailOfAsync(tenant)).Should().Contain("Stopped");
    }

    [Fact]
    public async Task Stop_CancelsWhatIsNotBegun_WhenAPublishRuns()
    {
        var tenant = await server.AddTenantAsync();
        await tenant.SubmitAsync("Assets", tenant.Upload("Assets", 4).Replace("JobCompletion", "None", StringComparison.Ordinal));
        await tenant.WaitForEndAsync("Assets");
        server.Brake.Hold("Publish", LogTypes.ImageServingPublishSuccess);
        await tenant.SubmitAsync("Publish", Tenant.Full);
        await Tenant.EventuallyAsync(async () => await HasTotalAsync(tenant, "Publish"));

        await tenant.ControlAsync("stopJob", tenant.Scheduled("Publish"));
        await tenant.WaitForAsync("Publish", "Stopping");
        server.Brake.ReleaseAll();

        var log = (await tenant.WaitForEndAsync("Publish"))[0];
        var rows = Tenant.RowTypes(log);
        rows.Count(type => type == LogTypes.ImageServingPublishSuccess).Should().Be(1, "it was in work");
        rows.Count(type => type == LogTypes.FileCancel).Should().Be(3);
        rows.Should().NotContain(LogTypes.BeginImageServingPublishCleanup);
        rows[^1].Should().Be(LogTypes.EndImageServingPublish);
        Tenant.Value(Tenant.Rows(log).Last(), "logMessage").Should().Contain(tenant.Email);
        Tenant.Value(log, "fatalError").Should().Be("false");
        (await MailOfAsync(tenant)).Should().Contain("Stopped");
    }

    [Fact]
    public async Task Stop_ChangesNothing_WhenTheJobHasEnded()
    {
        var tenant = await server.AddTenantAsync();
        await tenant.SubmitAsync("Done", Tenant.Incremental);
        var log = (await tenant.WaitForEndAsync("Done"))[0];

        await tenant.ControlAsync("stopJob", Tenant.Value(log, "jobHandle"));

        (await tenant.LogsAsync("Done"))[0].ToString().Should().Be(log.ToString());
    }

    private static async Task<object?> InWorkAsync(Tenant tenant, string name, int count)
    {
        var job = await tenant.FindActiveAsync(name);
        var task = job is null ? null : Tenant.Find(job, "taskProgressArray")?.Elements().FirstOrDefault();
        return task is not null && Tenant.Value(task, "numProcessing") == count.ToString(CultureInfo.InvariantCulture) ? task : null;
    }

    private static async Task<object?> HasTotalAsync(Tenant tenant, string name) =>
        await tenant.LogsAsync(name) is [var log] && Tenant.RowTypes(log).Contains(LogTypes.TotalFileCount) ? log : null;

    private Task<string> MailOfAsync(Tenant tenant) => Tenant.EventuallyAsync(async () =>
    {
        if (!Directory.Exists(server.Data.Mail))
            return null;
        foreach (var file in Directory.GetFiles(server.Data.Mail, "*.eml"))
            if (await File.ReadAllTextAsync(file) is var mail && mail.Contains(tenant.Email, StringComparison.Ordinal))
                return mail;
        return null;
    });
}
