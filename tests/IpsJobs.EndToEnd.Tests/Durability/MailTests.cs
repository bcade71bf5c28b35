using System.Globalization;
using System.Net;
using System.Net.Sockets;
using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.EndToEnd.Tests.Hosting;
using IpsJobs.Server.Client;
using IpsJobs.Testing.Smtp;
using MimeKit;

namespace IpsJobs.EndToEnd.Tests.Durability;

/// <summary>Mail of server processes that are killed, and mail that nobody takes.</summary>
public sealed class MailTests
{
    private const string Refused = "refused@example.com";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [SmtpServerFact]
    public async Task Mail_ArrivesOnce_WhenTheServerIsKilledInTheMiddleOfIt()
    {
        await using var world = await ServerWorld.CreateAsync();
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        SendThrough(world, ((IPEndPoint)silent.LocalEndpoint).Port);
        await using (var killed = await world.StartReadyAsync())
        {
            await SubmitAsync(world.Client);
            using var connection = await silent.AcceptTcpClientAsync().WaitAsync(Limit);
            await killed.KillAsync();
        }

        using var smtp = await SmtpServer.StartAsync();
        SendThrough(world, smtp.Port);
        await using var server = await world.StartReadyAsync();

        var mail = await MimeMessage.LoadAsync((await smtp.WaitForMailsAsync(1)).Single().File);
        mail.To.ToString().Should().Contain(RunningServer.Email);
        mail.Subject.Should().Contain(": Mailed_");
        await ServerWorld.UntilAsync("the mail is marked", Limit, async () => (await ListAsync(world)).Contains("sent ", StringComparison.Ordinal));
        smtp.Mails.Should().ContainSingle();
    }

    [SmtpServerFact]
    public async Task Mail_IsShownToTheOperator_AndSentAgainWhenHeSaysSo_WhenTheServerRefusedIt()
    {
        await using var world = await ServerWorld.CreateAsync();
        await ServerProcess.RunAsync(
            RunningServer.Password,
            "user", "add", Refused, "--company", ServerWorld.CompanyName, "--role", "IpsUser", "--password-stdin", "--data", world.Data.Root);
        using var smtp = await SmtpServer.StartAsync();
        SendThrough(world, smtp.Port);
        using var http = new HttpClient();
        await using (var server = await world.StartReadyAsync())
        {
            await SubmitAsync(new IpsClient(http, world.Service, new Credentials(Refused, RunningServer.Password)));
            await ServerWorld.UntilAsync(
                "the mail is given up", Limit, async () => (await ListAsync(world, "--failed")).Contains("550 5.1.1 No such user", StringComparison.Ordinal));
            await server.StopAsync();
        }

        (await ListAsync(world, "--failed")).Should().Contain(Refused).And.Contain("failed");
        var retry = await ServerProcess.RunAsync("", "mail", "retry", "--data", world.Data.Root);
        retry.Output.Should().Contain("1 to be sent again");
        (await ListAsync(world, "--failed")).Should().NotContain(Refused);
        (await ListAsync(world)).Should().Contain(Refused).And.Contain("next try");
    }

    private static void SendThrough(ServerWorld world, int port)
    {
        world.Set("Mail__Host", "127.0.0.1");
        world.Set("Mail__Port", port.ToString(CultureInfo.InvariantCulture));
        world.Set("Mail__TlsMode", "None");
    }

    private static Task<SubmitJobReturn> SubmitAsync(IpsClient client) => client.CallAsync<SubmitJobReturn>(
        "submitJob",
        new SubmitJobParam
        {
            CompanyHandle = "c|47",
            JobName = "Mailed",
            ImageServingPublishJob = new ImageServingPublishJob { PublishType = "Full", EmailSetting = "JobCompletion" },
        },
        CancellationToken.None);

    private static async Task<string> ListAsync(ServerWorld world, params string[] options) =>
        (await ServerProcess.RunAsync("", ["mail", "list", .. options, "--data", world.Data.Root])).Output;
}
