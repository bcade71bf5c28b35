using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.EndToEnd.Tests.Hosting;
using IpsJobs.Server.Client;
using IpsJobs.Testing.Fakes;
using MimeKit;

namespace IpsJobs.EndToEnd.Tests.Jobs;

/// <summary>Which language the mail, the log and the fault of a job are in, over the wire, of a server whose own language is Spanish.</summary>
public sealed class JobLanguageTests(SpanishServer spanish) : IClassFixture<SpanishServer>
{
    private const string Company = "c|47";
    private const string Picture = "größe 画像.png";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static TheoryData<string?, string, string, string, string> Jobs { get; } = new()
    {
        { "fr-CA", "fr-CA", "Nom de la tâche", "Le chargement des URL a commencé.", "le serveur a répondu par le statut HTTP 404." },
        { "ja", "ja", "ジョブ名", "URL のアップロードを開始しました。", "を取得できませんでした。サーバーが HTTP ステータス 404 を返しました。" },
        { "pt-BR", "pt-BR", "Nome do trabalho", "O upload de URLs foi iniciado.", "o servidor respondeu com o status HTTP 404." },
        { "pt_PT", "pt-PT", "Nome do trabalho", "O upload de URLs foi iniciado.", "o servidor respondeu com o status HTTP 404." },
        { "zh-TW", "zh-TW", "工作名稱", "已開始 URL 上傳。", "伺服器傳回 HTTP 狀態 404。" },
        { "zh-CN", "zh-CN", "作业名称", "已开始 URL 上传。", "服务器返回 HTTP 状态 404。" },
        { "xx", "es", "Nombre del trabajo", "Ha comenzado la carga de URL.", "el servidor respondió con el estado HTTP 404." },
        { null, "es", "Nombre del trabajo", "Ha comenzado la carga de URL.", "el servidor respondió con el estado HTTP 404." },
    };

    [Theory]
    [MemberData(nameof(Jobs))]
    public async Task Job_SpeaksTheLanguageOfItsLocale_InMailAndLog(string? locale, string tag, string label, string begin, string reason)
    {
        var name = "Sommer " + (locale ?? "none");

        var log = await RunAsync(name, locale, Client());
        var german = await ReadAsync(name, Client("de"));

        Messages(log)[0].Should().Be(begin);
        Messages(log).Should().ContainSingle(m => m.EndsWith(reason, StringComparison.Ordinal)).Which.Should().Contain("404");
        var mail = await MailAsync(name);
        mail.TextBody.Should().Contain(label).And.Contain(reason);
        mail.HtmlBody.Should().Contain($"lang=\"{tag}\"").And.Contain(label).And.Contain(reason);
        Messages(german)[0].Should().Be("Der URL-Upload hat begonnen.");
        Messages(german).Should().ContainSingle(m => m.EndsWith("Der Server antwortete mit HTTP-Status 404.", StringComparison.Ordinal));
        german.DetailArray!.Items.Select(r => r.AssetName).Should().Equal(log.DetailArray!.Items.Select(r => r.AssetName), "names are never translated");
    }

    [Fact]
    public async Task Mail_SpeaksTheLanguageOfTheRequest_WhenTheJobNamesNone_ButTheLogDoesNot()
    {
        var log = await RunAsync("Herbst", locale: null, Client("nl-BE"));
        var unasked = await ReadAsync("Herbst", Client());

        Messages(log)[0].Should().Be("Het uploaden van URL's is begonnen.");
        (await MailAsync("Herbst")).TextBody.Should().Contain("Taaknaam");
        Messages(unasked)[0].Should().Be("Ha comenzado la carga de URL.");
    }

    [Theory]
    [InlineData("sv-SE", null, "Parametern ”jobName” saknas")]
    [InlineData("sv-SE", "it", "Parametern ”jobName” saknas")]
    [InlineData(null, "it-IT, de;q=0.5", "Parametro “jobName” mancante")]
    [InlineData("svenska", "ko", "매개 변수 'jobName'이(가) 없습니다")]
    [InlineData("xx", null, "Falta el parámetro «jobName»")]
    [InlineData(null, null, "Falta el parámetro «jobName»")]
    public async Task Fault_SpeaksTheLanguageOfTheHeader_ThenOfAcceptLanguage_ThenOfTheServer(string? header, string? accepted, string reason)
    {
        using var http = new HttpClient();
        if (accepted is not null)
            http.DefaultRequestHeaders.Add("Accept-Language", accepted);
        var request = Upload("", locale: null, "http://127.0.0.1:9/a.png");
        request.JobName = null;

        var refused = await this.Invoking(_ => Client(header, http).CallAsync<SubmitJobReturn>("submitJob", request, CancellationToken.None))
            .Should().ThrowAsync<IpsFaultException>();

        refused.Which.Message.Should().EndWith(reason);
    }

    private IpsClient Client(string? locale = null, HttpClient? http = null) =>
        new(http ?? spanish.Server.Http, spanish.Server.Service, new Credentials(RunningServer.Email, RunningServer.Password), locale);

    private static async Task<JobLog> RunAsync(string name, string? locale, IpsClient client)
    {
        using var web = new LocalWebServer();
        await client.CallAsync<SubmitJobReturn>("submitJob", Upload(name, locale, web.UrlOf("/gone.png")), CancellationToken.None);
        return await ReadAsync(name, client);
    }

    private static SubmitJobParam Upload(string name, string? locale, string url) => new()
    {
        CompanyHandle = Company,
        JobName = name,
        Locale = locale,
        UploadUrlsJob = new UploadUrlsJob
        {
            UrlArray = new UploadUrlArray { Items = { new UploadUrl { SourceUrl = url, DestPath = Picture } } },
            Overwrite = true,
            ReadyForPublish = true,
            CreateMask = false,
            EmailSetting = EmailSettings.All,
        },
    };

    private static async Task<JobLog> ReadAsync(string name, IpsClient client)
    {
        JobLog? ended = null;
        await ServerWorld.UntilAsync(name + " has ended", Patience, async () =>
        {
            var reply = await client.CallAsync<GetJobLogDetailsReturn>(
                "getJobLogDetails", new GetJobLogDetailsParam { CompanyHandle = Company, OriginalName = name }, CancellationToken.None);
            return (ended = reply.JobLogArray!.Items.Find(l => l.EndDate is not null)) is not null;
        });
        return ended!;
    }

    private async Task<MimeMessage> MailAsync(string name)
    {
        MimeMessage? found = null;
        await ServerWorld.UntilAsync("mail about " + name, Patience, () =>
        {
            found = Directory.GetFiles(spanish.Server.Data.Mail, "*.eml").Select(file => MimeMessage.Load(file))
                .SingleOrDefault(m => m.Subject?.Contains($": {name}_", StringComparison.Ordinal) == true);
            return Task.FromResult(found is not null);
        });
        return found!;
    }

    private static List<string> Messages(JobLog log) => [.. log.DetailArray!.Items.Select(r => r.LogMessage ?? "")];
}
