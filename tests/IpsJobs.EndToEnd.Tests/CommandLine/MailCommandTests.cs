using System.Globalization;
using IpsJobs.EndToEnd.Tests.Hosting;
using IpsJobs.Testing.Smtp;
using MimeKit;

namespace IpsJobs.EndToEnd.Tests.CommandLine;

/// <summary>What an operator does about mail, with the executable and a real mail server.</summary>
public sealed class MailCommandTests : IDisposable
{
    private const string Password = "s3cret-of-the-mail-server";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ipsjobs-mail-");
    private readonly Dictionary<string, string> settings = [];

    [SmtpServerFact]
    public async Task MailTest_SendsAMailInTheLanguageAskedFor_OverTlsWithALogin()
    {
        using var smtp = await StartAsync();

        var test = await RunAsync("test", "anna@example.com", "--locale", "ja");

        test.ExitCode.Should().Be(0, test.Errors);
        test.Output.Should().Contain($"127.0.0.1:{smtp.Port} has accepted a test mail to anna@example.com");
        var mail = await MimeMessage.LoadAsync((await smtp.WaitForMailsAsync(1)).Single().File);
        mail.Subject.Should().Be("[IPS] テストメッセージ");
        mail.To.ToString().Should().Contain("anna@example.com");
    }

    [SmtpServerFact]
    public async Task MailTest_SaysWhatTheServerSaid_AndNoPassword_WhenTheLoginIsWrong()
    {
        using var smtp = await StartAsync();
        settings["Mail__Password"] = "wrong-" + Password;

        var test = await RunAsync("test", "anna@example.com");

        test.ExitCode.Should().Be(2);
        test.Errors.Should().StartWith($"No mail can be sent through 127.0.0.1:{smtp.Port} (StartTls): 535")
            .And.NotContain(Password).And.NotContain("   at ");
    }

    [SmtpServerFact]
    public async Task MailTest_SaysWhatTheServerSaid_WhenTheRecipientIsRefused()
    {
        using var smtp = await StartAsync();

        var test = await RunAsync("test", "refused@example.com");

        test.ExitCode.Should().Be(2);
        test.Errors.Should().Contain("SMTP 550 5.1.1 No such user");
    }

    [Fact]
    public async Task MailTest_FailsInOneLine_WhenNobodyListens()
    {
        settings["Mail__Host"] = "127.0.0.1";
        settings["Mail__Port"] = ServerProcess.FreePort().ToString(CultureInfo.InvariantCulture);

        var test = await RunAsync("test", "anna@example.com");

        test.ExitCode.Should().Be(2);
        test.Errors.Trim().Should().StartWith("No mail can be sent through 127.0.0.1:").And.NotContain("\n");
    }

    [Fact]
    public async Task MailTest_TellsWhereTheMailLies_WhenNoHostIsSet()
    {
        var test = await RunAsync("test", "anna@example.com");

        test.Output.Should().Contain("Mail:Host is not set").And.Contain(Path.Combine(folder.FullName, "mail"));
        Directory.GetFiles(Path.Combine(folder.FullName, "mail"), "*.eml").Should().ContainSingle();
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<SmtpServer> StartAsync()
    {
        var smtp = await SmtpServer.StartAsync(new SmtpServerOptions { Tls = "starttls", Login = "ips:" + Password });
        settings["Mail__Host"] = "127.0.0.1";
        settings["Mail__Port"] = smtp.Port.ToString(CultureInfo.InvariantCulture);
        settings["Mail__TlsMode"] = "StartTls";
        settings["Mail__CaFile"] = smtp.AuthorityFile;
        settings["Mail__User"] = "ips";
        settings["Mail__Password"] = Password;
        return smtp;
    }

    private Task<ServerProgram.Outcome> RunAsync(params string[] arguments) =>
        ServerProgram.RunAsync(["mail", .. arguments, "--data", folder.FullName], environment: settings);
}
