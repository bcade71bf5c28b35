using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.EndToEnd.Tests.Hosting;
using IpsJobs.Testing.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.EndToEnd.Tests.CommandLine;

[Collection(RunningServerGroup.Name)]
public sealed class CommandTests(RunningServer server)
{
    private string[] Connection => ["--url", server.Service.ToString(), "--user", RunningServer.Email, "--password-stdin"];

    [Fact]
    public async Task JobSubmit_FollowsTheJobToItsEnd_WhenAskedToWait()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, $"""
            <submitJobParam xmlns="{Wire.Latest}"><companyHandle>c|47</companyHandle><jobName>From the shell</jobName>
            <imageServingPublishJob><publishType>Full</publishType><emailSetting>None</emailSetting></imageServingPublishJob></submitJobParam>
            """);

        var submit = await ServerProgram.RunAsync(["job", "submit", file, .. Connection, "--wait"], RunningServer.Password);
        var log = await ServerProgram.RunAsync(["job", "log", "j|47|From the shell||", .. Connection], RunningServer.Password);

        submit.ExitCode.Should().Be(0, submit.Errors);
        submit.Output.Should().Contain("j|47|From the shell||").And.Contain("EndImageServingPublish");
        log.Output.Should().Contain("Image serving publish has begun!");
        File.Delete(file);
    }

    [Fact]
    public async Task JobList_SaysWhatTheServerSaid_WhenThePasswordIsWrong()
    {
        var list = await ServerProgram.RunAsync(["job", "list", .. Connection], "wrong");

        list.ExitCode.Should().Be(2);
        list.Errors.Trim().Should().Be("authenticationFault 10001: Invalid username/password");
    }

    [Fact]
    public async Task UserAdd_CountsAtOnce_WhenAServerRunsOnTheFolder()
    {
        var data = server.Data.Root;
        var add = await ServerProgram.RunAsync(
            ["user", "add", "late@example.com", "--company", RunningServer.CompanyName, "--role", "IpsUser", "--password-stdin", "--data", data],
            RunningServer.Password);

        var answer = await server.PostAsync(Wire.Envelope($"<getActiveJobsParam xmlns=\"{Wire.Base}\"/>", "late@example.com"));

        add.ExitCode.Should().Be(0, add.Errors);
        answer.Code.Should().Be(0, answer.Text);
    }

    [Fact]
    public async Task CompanySet_MakesUploadsPublishTheirFilesAtOnce_WhenAServerRunsOnTheFolder()
    {
        var set = await ServerProgram.RunAsync(
            ["company", "set", RunningServer.CompanyName, "--instant-publish", "true", "--data", server.Data.Root], "");
        using var web = new LocalWebServer();
        web.Answer("/instant.svg", LocalResponse.Ok("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>"u8.ToArray()));
        // The server looks for changes of settings once a second.
        await EventuallyAsync(async () => (await server.Services.GetRequiredService<IAccountDirectory>().FindCompanyAsync(47, default))!.InstantPublish);

        await server.RunAsync(new SubmitJobParam
        {
            CompanyHandle = "c|47",
            JobName = "Instant",
            UploadUrlsJob = new UploadUrlsJob
            {
                UrlArray = new UploadUrlArray { Items = { new UploadUrl { SourceUrl = web.UrlOf("/instant.svg"), DestPath = "instant.svg" } } },
                Overwrite = true, ReadyForPublish = true, CreateMask = false, EmailSetting = EmailSettings.None,
            },
        });

        set.ExitCode.Should().Be(0, set.Errors);
        set.Output.Should().Contain("instant-publish").And.Contain("true");
        var catalog = Path.Combine(server.Data.PublishTarget("ImageServing"), "catalog", "SampleCompany.svg.cat");
        await EventuallyAsync(async () => File.Exists(catalog) && (await File.ReadAllTextAsync(catalog)).Contains("instant", StringComparison.Ordinal));
        var undo = await ServerProgram.RunAsync(
            ["company", "set", RunningServer.CompanyName, "--instant-publish", "false", "--data", server.Data.Root], "");
        undo.ExitCode.Should().Be(0, undo.Errors);
    }

    [Theory]
    [InlineData("Mail__TlsMode", "Maybe", "Mail:TlsMode")]
    [InlineData("Jobs__MaxRunning", "0", "Jobs:MaxRunning")]
    [InlineData("Server__TimeZone", "Mars", "Server:TimeZone")]
    [InlineData("Api__WebApp", "a/b", "Api:WebApp")]
    [InlineData("Storage__Provider", "Oracle", "Storage:Provider")]
    public async Task Serve_NamesTheSetting_WhenItIsWrong(string variable, string value, string setting)
    {
        var folder = Directory.CreateTempSubdirectory("ipsjobs-setting-");
        var serve = await ServerProgram.RunAsync(
            ["serve", "--data", folder.FullName, "--urls", "http://127.0.0.1:0"],
            environment: new Dictionary<string, string> { [variable] = value });

        serve.ExitCode.Should().Be(2);
        serve.Errors.Should().Contain(setting).And.NotContain("   at ");
        folder.Delete(recursive: true);
    }

    private static async Task EventuallyAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await condition())
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, limit.Token);
    }
}
